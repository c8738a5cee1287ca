package io.github.isostress.health.verdict;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The limits of all rules, and how long the start of a run is left out. A run's first seconds are those of a young JVM,
 * which loads classes and compiles; what makes requests late then is no reason to doubt what follows. Immutable.
 */
public final class Limits {
    /** The JMeter property that says how long the start is. */
    public static final String START_PROPERTY = "iso8583.verdict.start";

    /** Those of the documentation. */
    public static final Limits DEFAULT = new Limits(defaults(), 2);

    private static final String NEVER = "never";

    private final Map<ValidityRule, Limit> limits;
    private final double startSeconds;

    private Limits(Map<ValidityRule, Limit> limits, double startSeconds) {
        this.limits = Collections.unmodifiableMap(limits);
        this.startSeconds = startSeconds;
    }

    private static Map<ValidityRule, Limit> defaults() {
        Map<ValidityRule, Limit> defaults = new EnumMap<>(ValidityRule.class);
        Arrays.stream(ValidityRule.values()).forEach(rule -> defaults.put(rule, rule.defaultLimit()));
        return defaults;
    }

    /**
     * Reads limits, as in {@code 2 %, 20 %}: SUSPECT above the first, INVALID above the second. {@code never} stands for
     * a limit that nothing exceeds. Of a single one the other is the default.
     *
     * @param properties gives the text of a property by its name; null or blank where it is not set
     * @throws IllegalArgumentException with one clear sentence that names the property
     */
    public static Limits read(UnaryOperator<String> properties) {
        Map<ValidityRule, Limit> limits = defaults();
        for (ValidityRule rule : ValidityRule.values()) {
            String text = properties.apply(rule.property());
            if (text != null && !text.isBlank()) {
                limits.put(rule, limit(rule, text.strip()));
            }
        }
        String start = properties.apply(START_PROPERTY);
        return new Limits(limits, start == null || start.isBlank() ? DEFAULT.startSeconds : seconds(start.strip()));
    }

    /** Those of these properties that begin as one of a limit does, and set none: a run would pass them over. */
    public static List<String> unknown(Collection<String> properties) {
        return properties.stream()
                .filter(name -> name.startsWith(ValidityRule.PREFIX)
                        && !DEFAULT.written().containsKey(name))
                .sorted()
                .toList();
    }

    private static Limit limit(ValidityRule rule, String text) {
        List<String> parts = List.of(text.split("\\s*,\\s*", -1));
        try {
            if (parts.size() > 2) {
                throw new IllegalArgumentException("'" + text + "' is more than two limits");
            }
            double suspect = value(rule.unit(), parts.get(0));
            Limit limit = new Limit(
                    suspect,
                    parts.size() > 1
                            ? value(rule.unit(), parts.get(1))
                            : Math.max(suspect, rule.defaultLimit().invalid()));
            if (limit.suspect() > limit.invalid()) {
                throw new IllegalArgumentException("'" + text + "' is INVALID before it is SUSPECT");
            }
            return limit;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    rule.property() + ": " + e.getMessage() + "; write the limits for SUSPECT and INVALID, such as "
                            + written(rule, rule.defaultLimit()),
                    e);
        }
    }

    private static double value(RuleUnit unit, String text) {
        return text.equals(NEVER) ? Double.POSITIVE_INFINITY : unit.read(text);
    }

    private static double seconds(String text) {
        if (!text.matches("\\d{1,6}(\\.\\d{1,3})?( ?s)?")) {
            throw new IllegalArgumentException(
                    START_PROPERTY + ": '" + text + "' is no time; write seconds, such as 2 s");
        }
        return Double.parseDouble(text.replace("s", "").strip());
    }

    /** The limit of a rule. */
    public Limit of(ValidityRule rule) {
        return limits.get(rule);
    }

    /** How long after the first request of a run the start is over, in seconds. */
    public double startSeconds() {
        return startSeconds;
    }

    /** The limits of all rules as they are written, by the names of their properties, in the order of the rules. */
    public Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        limits.forEach((rule, limit) -> written.put(rule.property(), written(rule, limit)));
        written.put(START_PROPERTY, RuleUnit.COUNT.written(startSeconds) + " s");
        return written;
    }

    private static String written(ValidityRule rule, Limit limit) {
        return written(rule.unit(), limit.suspect()) + ", " + written(rule.unit(), limit.invalid());
    }

    private static String written(RuleUnit unit, double value) {
        return Double.isInfinite(value) ? NEVER : unit.written(value);
    }
}

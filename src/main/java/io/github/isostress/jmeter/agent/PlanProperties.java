package io.github.isostress.jmeter.agent;

import io.github.isostress.health.verdict.Limits;
import io.github.isostress.health.verdict.ValidityRule;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The JMeter properties that a plan names, or that concern any plan, and that are set at the controller. Immutable. Shows no value as text: some are
 * passwords.
 */
final class PlanProperties {
    private static final Pattern IN_FUNCTION =
            Pattern.compile("__(?:P|property|isoProperty|isoIfBlank)\\(([^,(){}$<>\\\\]+)");
    private static final Pattern IN_SCRIPT =
            Pattern.compile("\\bprops\\s*(?:\\.get(?:Property)?\\(|\\[)\\s*(?:\"|'|&quot;|&apos;)([\\w.-]+)");
    private static final Pattern PUBLISHED_PORT =
            Pattern.compile("<stringProp name=\"Iso8583Host\\.portProperty\">([^<]+)<");

    /** What one machine has for itself, and JMeter's own. */
    private static final String[] OF_ONE_MACHINE = {
        "iso8583.",
        "agent.",
        "server.",
        "server_",
        "client.",
        "remote_hosts",
        "jmeter.",
        "jmeterengine.",
        "java.",
        "__jm."
    };

    private final TreeMap<String, String> values;
    private final String whyNone;

    private PlanProperties(TreeMap<String, String> values, String whyNone) {
        this.values = values;
        this.whyNone = whyNone;
    }

    /** Those of the plan that this controller is about to send. */
    static PlanProperties find() {
        try {
            return namedIn(PlanText.read(), JMeterUtils::getProperty);
        } catch (IOException | RuntimeException e) {
            return new PlanProperties(null, "the controller could not read its plan: " + e.getMessage());
        }
    }

    /**
     * Those that a plan's text names.
     *
     * @param setting the value of a property, null if it is not set
     */
    static PlanProperties namedIn(String plan, UnaryOperator<String> setting) {
        Set<String> names = new TreeSet<>();
        addNames(names, IN_FUNCTION, plan);
        addNames(names, IN_SCRIPT, plan);
        Set<String> ports = new TreeSet<>();
        addNames(ports, PUBLISHED_PORT, plan);
        names.removeAll(ports);
        names.removeIf(name -> StringUtils.startsWithAny(name, OF_ONE_MACHINE));
        addNamesOfAnyPlan(names);
        TreeMap<String, String> values = new TreeMap<>();
        for (String name : names) {
            Optional.ofNullable(setting.apply(name)).ifPresent(value -> values.put(name, value));
        }
        return new PlanProperties(values, null);
    }

    /** The columns of the results, which are written at the controller; and the limits by which agents judge themselves. */
    private static void addNamesOfAnyPlan(Set<String> names) {
        names.add(SampleEvent.SAMPLE_VARIABLES);
        names.add(Limits.START_PROPERTY);
        Arrays.stream(ValidityRule.values()).map(ValidityRule::property).forEach(names::add);
    }

    private static void addNames(Set<String> names, Pattern pattern, String plan) {
        pattern.matcher(plan).results().map(found -> found.group(1).strip()).forEach(names::add);
    }

    /** By name; empty if the plan could not be read. */
    Optional<Map<String, String>> values() {
        return Optional.ofNullable(values);
    }

    /** Why the plan could not be read: one clear sentence; null if it could. */
    String whyNone() {
        return whyNone;
    }
}

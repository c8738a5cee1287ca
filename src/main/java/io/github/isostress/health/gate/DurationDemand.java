package io.github.isostress.health.gate;

import io.github.isostress.health.Durations;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code p99 < 50 ms}, {@code response p99.9 < 80 ms}, {@code max}, {@code mean}.
 *
 * @param fromDue whether the time counts from when the request was due
 * @param figure a percentile, the longest or the mean
 * @param limitMillis in milliseconds
 */
record DurationDemand(boolean fromDue, String figure, Comparison comparison, double limitMillis) implements Demand {
    private static final Pattern FORM = Pattern.compile("(response\\s+)?(p\\d{1,2}(?:\\.\\d{1,4})?|max|mean)\\s*"
            + Comparison.SIGNS + "\\s*(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(us|ms|s)");
    private static final Map<String, Double> MILLIS = Map.of("us", 1e-3, "ms", 1.0, "s", 1e3);

    static Optional<Demand> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new DurationDemand(
                        matcher.group(1) != null,
                        matcher.group(2),
                        Comparison.of(matcher.group(3)),
                        Double.parseDouble(matcher.group(4)) * MILLIS.get(matcher.group(5))))
                : Optional.empty();
    }

    @Override
    public Seen of(GateFigures requests, GatedRun run) {
        Durations durations = fromDue ? requests.responses() : requests.roundTrips();
        if (durations.count() == 0) {
            return new Seen(false, "no schedule says when requests were due");
        }
        double millis = millis(durations);
        return new Seen(comparison.holds(millis, limitMillis), String.format(Locale.ROOT, "%,.3f ms", millis));
    }

    private double millis(Durations durations) {
        return switch (figure) {
            case "max" -> durations.millis(100);
            case "mean" -> durations.meanMicros() / 1000;
            default -> durations.millis(Double.parseDouble(figure.substring(1)));
        };
    }
}

package io.github.isostress.health.gate;

import io.github.isostress.health.Result;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code failed < 0.1 %}, {@code declined <= 20}, {@code succeeded >= 99 %}.
 *
 * @param limit a share of 1, or a number of requests
 * @param isShare which of the two
 */
record ResultDemand(Result result, Comparison comparison, double limit, boolean isShare) implements Demand {
    private static final Pattern FORM = Pattern.compile(
            "(succeeded|declined|failed)\\s*" + Comparison.SIGNS + "\\s*(\\d{1,12}(?:\\.\\d{1,6})?)\\s*(%)?");

    static Optional<Demand> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean isShare = matcher.group(4) != null;
        return Optional.of(new ResultDemand(
                Result.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                Comparison.of(matcher.group(2)),
                Double.parseDouble(matcher.group(3)) / (isShare ? 100 : 1),
                isShare));
    }

    @Override
    public Seen of(GateFigures requests, GatedRun run) {
        long count = requests.of(result);
        double share = (double) count / requests.sent();
        return new Seen(
                comparison.holds(isShare ? share : count, limit),
                String.format(Locale.ROOT, "%,d of %,d, %.3f %%", count, requests.sent(), share * 100));
    }
}

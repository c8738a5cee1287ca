package io.github.isostress.health.gate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code requests >= 1000}, {@code rate >= 190}.
 *
 * @param isRate whether it is about requests a second, or about all of them
 */
record AmountDemand(boolean isRate, Comparison comparison, double limit) implements Demand {
    private static final Pattern FORM =
            Pattern.compile("(requests|rate)\\s*" + Comparison.SIGNS + "\\s*(\\d{1,12}(?:\\.\\d{1,6})?)");

    static Optional<Demand> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new AmountDemand(
                        matcher.group(1).equals("rate"),
                        Comparison.of(matcher.group(2)),
                        Double.parseDouble(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public Seen of(GateFigures requests, GatedRun run) {
        double seen = isRate ? requests.perSecond() : requests.sent();
        return new Seen(
                comparison.holds(seen, limit), String.format(Locale.ROOT, isRate ? "%,.1f a second" : "%,.0f", seen));
    }
}

package io.github.isostress.health.gate;

import io.github.isostress.words.Plural;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code rate within 1 %}: of the requests that were due all but so many were sent.
 *
 * @param tolerance a share of 1
 */
record ScheduleDemand(double tolerance) implements Demand {
    private static final Pattern FORM = Pattern.compile("rate\\s+within\\s+(\\d{1,2}(?:\\.\\d{1,6})?)\\s*%");

    static Optional<Demand> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ScheduleDemand(Double.parseDouble(matcher.group(1)) / 100))
                : Optional.empty();
    }

    @Override
    public Seen of(GateFigures requests, GatedRun run) {
        if (run.due() == 0) {
            return new Seen(false, "it is not known which rate was asked for");
        }
        double share = (double) run.scheduled() / run.due();
        return new Seen(
                Math.abs(1 - share) <= tolerance,
                String.format(
                        Locale.ROOT,
                        "%,d of %s %s sent, %.2f %%",
                        run.scheduled(),
                        Plural.grouped(run.due(), "request that was due", "requests that were due"),
                        run.scheduled() == 1 ? "was" : "were",
                        share * 100));
    }

    @Override
    public boolean canBeOfALabel() {
        return false;
    }
}

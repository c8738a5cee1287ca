package io.github.isostress.bench.report;

import java.util.Locale;

/**
 * What was asked for and what was seen.
 *
 * @param asked in words
 * @param seen in words
 */
public record Target(String asked, String seen, boolean reached) {
    /** A target that the median of a spread is to reach or pass. */
    public static Target atLeast(String what, double asked, Spread seen) {
        return new Target(
                String.format(Locale.ROOT, "%s >= %.2f", what, asked), seen.words("%.2f"), seen.median() >= asked);
    }

    /** A share that the median of a spread is not to pass. */
    public static Target atMost(String what, double asked, Spread seen) {
        return new Target(
                String.format(Locale.ROOT, "%s <= %.2f", what, asked), seen.words("%.2f"), seen.median() <= asked);
    }

    /** A target that the median of a spread is not to pass. */
    public static Target atMost(String what, double asked, String unit, Spread seen) {
        return new Target(
                String.format(Locale.ROOT, "%s <= %s %s", what, plain(asked), unit),
                seen.words("%.1f") + " " + unit,
                seen.median() <= asked);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}

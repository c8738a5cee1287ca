package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import io.github.isostress.words.Plural;
import java.util.Locale;

/** Figures as the sentences of reasons have them. */
final class InWords {
    private static final double MICROS_IN_A_MILLISECOND = 1e3;

    private InWords() {}

    /** As in {@code 12,000}. */
    static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** A share of 1, as in {@code 12 %}; below 10 % with one decimal, and never 0 where there is something. */
    static String percent(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.1) {
            return "less than 0.1 %";
        }
        return String.format(Locale.ROOT, percent > 0 && percent < 9.95 ? "%.1f %%" : "%.0f %%", percent);
    }

    /** As in {@code 412 of 12,000 requests (3.4 %)}. */
    static String part(long part, long all) {
        return count(part) + " of " + Plural.grouped(all, "request") + " ("
                + percent(all == 0 ? 0 : (double) part / all) + ")";
    }

    /** As in {@code 212 ms}; below 10 ms with one decimal. */
    static String millis(double micros) {
        double millis = micros / MICROS_IN_A_MILLISECOND;
        return String.format(Locale.ROOT, millis < 9.95 ? "%.1f ms" : "%,.0f ms", millis);
    }

    /**
     * As in {@code for 2.1 s of 60}; of less than ten seconds with one decimal, and where the whole would look shorter
     * than its part.
     */
    static String time(JudgedSeconds part, JudgedSeconds all) {
        boolean isExact = all.length() < 10 || part.length() > Math.floor(all.length());
        String format = isExact ? "for %.1f s of %.1f" : "for %.1f s of %.0f";
        return String.format(Locale.ROOT, format, part.length(), all.length());
    }

    /** As in {@code , 41 s after the run began}. */
    static String at(WatchedSecond second) {
        return String.format(Locale.ROOT, ", %.0f s after the run began", second.atSeconds());
    }
}

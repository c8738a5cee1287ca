package io.github.isostress.jmeter.gui.live;

import java.util.Locale;

/** Writes figures as tables and charts show them. */
final class LiveNumbers {
    /** In place of a figure that is not known. */
    static final String NONE = "–";

    private static final double THOUSAND = 1_000;
    private static final double MANY = 10_000;
    private static final double MILLION = 1_000_000;

    private LiveNumbers() {}

    /** A count, as in 1,998 and 12.3k. */
    static String count(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (value >= MILLION) {
            return format("%.1fM", value / MILLION);
        }
        return value >= MANY ? format("%.1fk", value / THOUSAND).replace(".0k", "k") : format("%,.0f", value);
    }

    /** A count in full. */
    static String whole(long value) {
        return format("%,d", value);
    }

    /** A rate or another mean, as in 199.8. */
    static String mean(double value) {
        return Double.isFinite(value) ? format("%,.1f", value) : NONE;
    }

    /** A time, as in 335 µs, 1.25 ms and 2.1 s. */
    static String micros(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (value < THOUSAND) {
            return format("%.0f µs", value);
        }
        return value < MILLION ? short3(value / THOUSAND) + " ms" : short3(value / MILLION) + " s";
    }

    /** At most three digits. */
    private static String short3(double value) {
        if (value >= 100 || value == Math.rint(value)) {
            return format("%,.0f", value);
        }
        return format(value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

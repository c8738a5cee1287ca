package io.github.isostress.jmeter.report;

import java.util.Locale;

/** The text of a summary, line by line: what a line is about, and its words. Used by one thread. */
final class SummaryText {
    private final StringBuilder text = new StringBuilder();

    /** Adds a line. */
    void line(String name, String format, Object... values) {
        text.append(words("  %-13s", name)).append(words(format, values)).append('\n');
    }

    /** Figures in words, the same in every country. */
    static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

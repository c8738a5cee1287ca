package io.github.isostress.jmeter.migration;

import io.github.isostress.message.template.QuotedValue;
import java.util.regex.Pattern;

/** Writes a formula: its name, then settings. For one formula. */
final class FormulaLine {
    private static final Pattern PLAIN = Pattern.compile("(?:\\$\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}|[^\\s\"${}])+");

    private final StringBuilder text;

    private FormulaLine(String name) {
        text = new StringBuilder(name);
    }

    static FormulaLine of(String name) {
        return new FormulaLine(name);
    }

    /** Adds a setting; a value that a reader would cut is put in quotes. */
    FormulaLine with(String setting, String value) {
        text.append(' ')
                .append(setting)
                .append('=')
                .append(PLAIN.matcher(value).matches() ? value : QuotedValue.quote(value));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

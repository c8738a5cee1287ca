package io.github.isostress.jmeter.gui.key;

import java.util.regex.Pattern;

/** How a value, or a line that is no key, is shown: without hex digits that may be a key's. */
final class MaskedValue {
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{8,}");
    private static final Pattern REFERENCES = Pattern.compile("\\s*(?:\\$\\{[^{}]*}\\+?)+\\s*");
    private static final String DOTS = "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022";

    private MaskedValue() {}

    /** Whether it holds hex digits that may be a key's. */
    static boolean hasDigits(String value) {
        return DIGITS.matcher(value).find();
    }

    /** An expression as it is written, but for digits in it; of anything else nothing. */
    static String of(String value) {
        if (value.isEmpty()) {
            return "";
        }
        return REFERENCES.matcher(value).matches() ? ofLine(value) : DOTS;
    }

    /** The line, but for digits in it. */
    static String ofLine(String line) {
        return DIGITS.matcher(line).replaceAll(DOTS);
    }
}

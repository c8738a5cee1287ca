package io.github.isostress.draft;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.template.QuotedValue;
import java.util.HexFormat;

/**
 * An element or a part of one, with its value.
 *
 * @param path the element
 * @param value text as it is, or binary in hex digits
 * @param binary whether the value is hex digits
 */
record ElementRow(ElementPath path, String value, boolean binary) {
    private static final String EXPRESSION = "${";

    /**
     * Why a template's line cannot hold the value.
     *
     * @return null if it can
     */
    String obstacle() {
        if (value.contains(EXPRESSION)) {
            return "its value holds ${, which a template takes for an expression";
        }
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (Character.isISOControl(character) || character == '\u2028' || character == '\u2029') {
                return "character " + (i + 1)
                        + " of its value is a control character, which a template line cannot hold";
            }
        }
        return null;
    }

    String line() {
        return path + " " + (QuotedValue.needsNone(value) && !looksLikeBytes() ? value : QuotedValue.quote(value));
    }

    /** After hex lines, a template reads such a line as more of the captured message. */
    private boolean looksLikeBytes() {
        return value.indexOf(' ') >= 0
                && value.chars().allMatch(character -> character == ' ' || HexFormat.isHexDigit(character));
    }
}

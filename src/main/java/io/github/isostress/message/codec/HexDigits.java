package io.github.isostress.message.codec;

import java.util.HexFormat;
import org.apache.commons.lang3.StringUtils;

/** Reads hex digits that people wrote, with blanks and line breaks between them. Stateless and thread-safe. */
public final class HexDigits {
    private HexDigits() {}

    /**
     * Reads hex digits as bytes.
     *
     * @throws IllegalArgumentException naming the first character that is no hex digit, or an odd number of digits
     */
    public static byte[] parse(String text) {
        String digits = requireDigits(text) ? text : StringUtils.deleteWhitespace(text);
        if (digits.length() % 2 != 0) {
            throw new IllegalArgumentException(
                    "is binary, and its value has an odd number of hex digits (" + digits.length() + ")");
        }
        return HexFormat.of().parseHex(digits);
    }

    /**
     * Checks that there are only hex digits, blanks and line breaks.
     *
     * @return whether there are hex digits alone
     * @throws IllegalArgumentException naming the first other character
     */
    public static boolean requireDigits(String text) {
        boolean alone = true;
        for (int i = 0; i < text.length(); i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                alone = false;
                if (!Character.isWhitespace(text.charAt(i))) {
                    throw new IllegalArgumentException(
                            "is binary, and character " + (i + 1) + " of its value is no hex digit");
                }
            }
        }
        return alone;
    }
}

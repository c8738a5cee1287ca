package io.github.isostress.crypto.key;

import io.github.isostress.words.Plural;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hex digits in which a key is written. Its sentences tell places and numbers, never a digit. */
final class KeyDigits {
    private static final int DIGITS_OF_BYTE = 2;
    private static final String REFERENCE = "${";
    private static final Pattern NAMED = Pattern.compile("\\$\\{\\w{1,30}}");
    private static final Pattern MAYBE_KEY = Pattern.compile("[0-9A-Fa-f]{8}");

    private KeyDigits() {}

    /**
     * @throws IllegalArgumentException if the value holds a reference to a variable or function without a value. It is
     *     named, unless its name may be a key by mistake
     */
    static void requireResolved(String what, String value) {
        if (value.contains(REFERENCE)) {
            Matcher name = NAMED.matcher(value);
            boolean isPlain = name.find() && !MAYBE_KEY.matcher(name.group()).find();
            throw new IllegalArgumentException(
                    what + " holds " + (isPlain ? name.group() : "a ${...}") + ", which has no value");
        }
    }

    /**
     * The bytes, which the caller clears.
     *
     * @param what has the digits, as it is told
     * @throws IllegalArgumentException with one clear sentence
     */
    static byte[] read(String what, String digits) {
        if (digits.isEmpty()) {
            throw new IllegalArgumentException(what + " has no value");
        }
        requireResolved(what, digits);
        for (int i = 0; i < digits.length(); i++) {
            if (!HexFormat.isHexDigit(digits.charAt(i))) {
                throw new IllegalArgumentException("character " + (i + 1) + " of " + what + " is no hex digit");
            }
        }
        if (digits.length() % DIGITS_OF_BYTE != 0) {
            throw new IllegalArgumentException(
                    what + " has " + Plural.of(digits.length(), "hex digit") + ", but whole bytes have an even number");
        }
        return HexFormat.of().parseHex(digits);
    }
}

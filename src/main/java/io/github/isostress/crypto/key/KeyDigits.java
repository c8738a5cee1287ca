package io.github.isostress.crypto.key;

import java.util.HexFormat;

/** The hex digits in which a key is written. Its sentences tell places and numbers, never a digit. */
final class KeyDigits {
    private static final int DIGITS_OF_BYTE = 2;

    private KeyDigits() {}

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
        if (digits.contains("${")) {
            throw new IllegalArgumentException(what + " holds a ${...} that nothing has given a value");
        }
        for (int i = 0; i < digits.length(); i++) {
            if (!HexFormat.isHexDigit(digits.charAt(i))) {
                throw new IllegalArgumentException("character " + (i + 1) + " of " + what + " is no hex digit");
            }
        }
        if (digits.length() % DIGITS_OF_BYTE != 0) {
            throw new IllegalArgumentException(
                    what + " has " + digits.length() + " hex digits, but whole bytes have an even number");
        }
        return HexFormat.of().parseHex(digits);
    }
}

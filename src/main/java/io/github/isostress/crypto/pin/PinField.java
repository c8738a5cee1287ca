package io.github.isostress.crypto.pin;

import java.util.Optional;

/**
 * The PIN field of ISO 9564-1, 16 hex digits: the format, the PIN's length, the PIN, and fill digits behind it. A long
 * holds it, so that no clear PIN stays in an array.
 */
final class PinField {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 12;
    private static final int DIGITS = 16;
    private static final int DIGIT_BITS = 4;
    private static final int DIGIT_MASK = 0xF;

    /** Digits before the PIN. */
    private static final int HEAD = 2;

    private PinField() {}

    /**
     * A field.
     *
     * @param fill hex digits; the last of them stand behind the PIN
     * @throws IllegalArgumentException with one clear sentence if the PIN is none
     */
    static long of(int format, String pin, long fill) {
        requirePin(pin);
        long field = (long) format << DIGIT_BITS | pin.length();
        for (int i = 0; i < pin.length(); i++) {
            field = field << DIGIT_BITS | pin.charAt(i) - '0';
        }
        int fillBits = (DIGITS - HEAD - pin.length()) * DIGIT_BITS;
        return field << fillBits | fill & (1L << fillBits) - 1;
    }

    private static void requirePin(String pin) {
        if (!pin.chars().allMatch(PinField::isDigit)) {
            throw new IllegalArgumentException("a PIN has digits alone (ISO 9564-1), this one has another character");
        }
        if (pin.length() < SHORTEST || pin.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a PIN has " + SHORTEST + " to " + LONGEST + " digits (ISO 9564-1), this one has " + pin.length());
        }
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** The PIN of a field, or empty if this is no field of the format. */
    static Optional<String> pin(long field, int format, Fill fill) {
        int length = digit(field, 1);
        if (digit(field, 0) != format || length < SHORTEST || length > LONGEST) {
            return Optional.empty();
        }
        StringBuilder pin = new StringBuilder(length);
        for (int at = HEAD; at < DIGITS; at++) {
            int digit = digit(field, at);
            boolean isOfPin = at < HEAD + length;
            if (isOfPin ? digit > 9 : !fill.allows(digit)) {
                return Optional.empty();
            }
            if (isOfPin) {
                pin.append((char) ('0' + digit));
            }
        }
        return Optional.of(pin.toString());
    }

    private static int digit(long field, int at) {
        return (int) (field >>> (DIGITS - 1 - at) * DIGIT_BITS) & DIGIT_MASK;
    }
}

package io.github.isostress.crypto.pin;

import java.nio.ByteBuffer;

/** The card number as ISO 9564-1 joins it with a PIN. */
final class AccountField {
    /**
     * ISO/IEC 7812-1: six digits of the issuer, one of the account, the check digit. ISO 9564-1 itself fills shorter
     * numbers with zeros on the left, so it sets no least length.
     */
    private static final int SHORTEST_PAN = 8;

    private static final int LONGEST_PAN = 19;
    private static final int DIGIT_BITS = 4;

    /** Digits of the account in formats 0 and 3, and the least of format 4. */
    private static final int ACCOUNT = 12;

    /** Digits in a long. */
    private static final int WORD = 16;

    private AccountField() {}

    /** Formats 0 and 3: four zeros, then the rightmost twelve digits before the check digit. */
    static long withoutCheckDigit(String pan) {
        requirePan(pan);
        int end = pan.length() - 1;
        return digits(pan, Math.max(0, end - ACCOUNT), end);
    }

    /** Format 4: joins 16 bytes with the number of digits beyond twelve, all digits, and zeros. */
    static void joinWhole(ByteBuffer block, String pan) {
        requirePan(pan);
        block.putLong(0, block.getLong(0) ^ first(pan));
        block.putLong(Long.BYTES, block.getLong(Long.BYTES) ^ last(pan));
    }

    private static long first(String pan) {
        int missing = Math.max(0, ACCOUNT - pan.length());
        int end = Math.min(pan.length(), WORD - 1 - missing);
        long beyond = (long) (pan.length() + missing - ACCOUNT) << (WORD - 1) * DIGIT_BITS;
        return beyond | digits(pan, 0, end) << (WORD - 1 - missing - end) * DIGIT_BITS;
    }

    private static long last(String pan) {
        int from = Math.min(pan.length(), WORD - 1);
        int length = pan.length() - from;
        return length == 0 ? 0 : digits(pan, from, pan.length()) << (WORD - length) * DIGIT_BITS;
    }

    private static long digits(String pan, int from, int to) {
        long digits = 0;
        for (int i = from; i < to; i++) {
            digits = digits << DIGIT_BITS | pan.charAt(i) - '0';
        }
        return digits;
    }

    private static void requirePan(String pan) {
        if (!pan.chars().allMatch(character -> character >= '0' && character <= '9')) {
            throw new IllegalArgumentException("a PAN has digits alone, this one has another character");
        }
        if (pan.length() < SHORTEST_PAN || pan.length() > LONGEST_PAN) {
            throw new IllegalArgumentException("a PIN block needs a PAN of " + SHORTEST_PAN + " to " + LONGEST_PAN
                    + " digits (ISO/IEC 7812-1), this one has " + pan.length());
        }
    }
}

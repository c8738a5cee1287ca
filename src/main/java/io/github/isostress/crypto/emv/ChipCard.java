package io.github.isostress.crypto.emv;

import io.github.isostress.crypto.Digits;

/**
 * A card as its keys are derived from it. Its text is masked. Immutable.
 *
 * @param pan 8 to 19 digits
 * @param sequence PAN sequence number (tag 5F34, DE 23), two digits
 */
public record ChipCard(String pan, String sequence) {
    /** Of a card without a sequence number (EMV Book 2, A1.4). */
    private static final String NO_SEQUENCE = "00";

    private static final int SHORTEST_PAN = 8;
    private static final int LONGEST_PAN = 19;
    private static final int SEQUENCE_LENGTH = 2;
    private static final int SHOWN_IN_FRONT = 6;
    private static final int SHOWN_BEHIND = 4;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException with one clear sentence that shows neither
     */
    public ChipCard {
        Digits.require("the PAN", pan, SHORTEST_PAN, LONGEST_PAN);
        Digits.require("the PAN sequence number", sequence, SEQUENCE_LENGTH, SEQUENCE_LENGTH);
    }

    /**
     * A card as a message has it.
     *
     * @param sequence one to three digits, of which DE 23 has a zero in front; empty where the card has none
     * @throws IllegalArgumentException with one clear sentence that shows neither
     */
    public static ChipCard of(String pan, String sequence) {
        if (sequence.isEmpty()) {
            return new ChipCard(pan, NO_SEQUENCE);
        }
        Digits.require("the PAN sequence number", sequence, 1, SEQUENCE_LENGTH + 1);
        if (sequence.length() == SEQUENCE_LENGTH) {
            return new ChipCard(pan, sequence);
        }
        if (sequence.length() > SEQUENCE_LENGTH && sequence.charAt(0) != '0') {
            throw new IllegalArgumentException("the PAN sequence number must be 0 to 99");
        }
        return new ChipCard(pan, sequence.length() == 1 ? '0' + sequence : sequence.substring(1));
    }

    @Override
    public String toString() {
        return pan.length() <= SHOWN_IN_FRONT + SHOWN_BEHIND
                ? "*".repeat(pan.length())
                : pan.substring(0, SHOWN_IN_FRONT)
                        + "*".repeat(pan.length() - SHOWN_IN_FRONT - SHOWN_BEHIND)
                        + pan.substring(pan.length() - SHOWN_BEHIND);
    }
}

package io.github.isostress.crypto.mac;

import io.github.isostress.crypto.Words;
import io.github.isostress.words.Plural;

/** How data become whole blocks before their MAC is made (ISO 9797-1, 6.3); the text is the one people write. */
public enum MacPadding {
    /** Method 1: as few zeros as possible, a block of them for no data. */
    ZEROS("1"),

    /** Method 2: one bit 1 always, thus a byte 80, then as few zeros as possible. */
    BIT_AND_ZEROS("2"),

    /** Nothing is added: the data are whole blocks, at least one. */
    NONE("none");

    private static final byte BIT = (byte) 0x80;

    private final String text;

    MacPadding(String text) {
        this.text = text;
    }

    /**
     * The padding people write so.
     *
     * @throws IllegalArgumentException with one clear sentence if there is none
     */
    public static MacPadding of(String text) {
        return Words.constant("padding", values(), text);
    }

    /**
     * Adds what follows the whole blocks to the state of a chain.
     *
     * @param rest how many bytes of the data are left: 0 to less than a block; they have been added to the state
     * @param length of all data, in bytes
     * @return whether that makes a block, which is to be enciphered still
     */
    boolean closes(byte[] state, int rest, int length) {
        if (this == BIT_AND_ZEROS) {
            state[rest] ^= BIT;
            return true;
        }
        if (this == NONE && (rest > 0 || length == 0)) {
            throw new IllegalArgumentException("without padding a MAC needs whole blocks of "
                    + Plural.of(state.length, "byte") + ", but the data have " + Plural.of(length, "byte"));
        }
        return rest > 0 || length == 0;
    }

    @Override
    public String toString() {
        return text;
    }
}

package io.github.isostress.crypto.emv;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.DoubleLength;
import io.github.isostress.crypto.Words;
import io.github.isostress.words.Plural;
import java.util.Arrays;
import org.bouncycastle.crypto.params.DESParameters;

/** How the key of one transaction follows from a card's own key; the text is the one people write. */
public enum SessionKeyMethod {
    /** The card's key itself. */
    NONE("none") {
        @Override
        CipherKey key(CipherKey card, byte[] counter, byte[] unpredictable) {
            return card;
        }
    },

    /** EMV common session key derivation, from the ATC (EMV Book 2, A1.3.1). */
    COMMON("common") {
        @Override
        CipherKey key(CipherKey card, byte[] counter, byte[] unpredictable) {
            return diversified(card, Arrays.copyOf(counter, BLOCK));
        }
    },

    /** Mastercard's own derivation (SKD), from ATC and unpredictable number. */
    MASTERCARD("mastercard") {
        @Override
        CipherKey key(CipherKey card, byte[] counter, byte[] unpredictable) {
            byte[] basis = Arrays.copyOf(counter, BLOCK);
            System.arraycopy(unpredictable, 0, basis, BLOCK - UNPREDICTABLE, UNPREDICTABLE);
            return diversified(card, basis);
        }
    },

    /** A tree of keys of height 8 with four branches at each key (EMV 2000 Book 2, version 4.0, A1.3). */
    EMV_2000("emv2000") {
        @Override
        CipherKey key(CipherKey card, byte[] counter, byte[] unpredictable) {
            return SessionKeyTree.leaf(card, (counter[0] & 0xFF) << Byte.SIZE | counter[1] & 0xFF);
        }
    };

    private static final int BLOCK = 8;
    private static final int KEY_LENGTH = 16;
    private static final int COUNTER = 2;
    private static final int UNPREDICTABLE = 4;

    /** The byte of the basis that tells the halves of the key apart. */
    private static final int MARK = 2;

    private final String text;

    SessionKeyMethod(String text) {
        this.text = text;
    }

    /**
     * The method people write so.
     *
     * @throws IllegalArgumentException with one clear sentence if there is none
     */
    public static SessionKeyMethod of(String text) {
        return Words.constant("session key method", values(), text);
    }

    /** Whether it takes the application transaction counter. */
    public boolean takesCounter() {
        return this != NONE;
    }

    /** Whether it takes the unpredictable number. */
    public boolean takesUnpredictable() {
        return this == MASTERCARD;
    }

    /**
     * The key of one transaction, of odd parity.
     *
     * @param card the card's own key, 3DES of 16 bytes
     * @param counter ATC (tag 9F36), 2 bytes; anything where it is not taken
     * @param unpredictable number (tag 9F37), 4 bytes; anything where it is not taken
     * @throws IllegalArgumentException with one clear sentence if one of them has another length
     */
    public CipherKey derive(CipherKey card, byte[] counter, byte[] unpredictable) {
        DoubleLength.require("a card's key", card);
        if (takesCounter()) {
            requireLength("the ATC (tag 9F36)", counter, COUNTER);
        }
        if (takesUnpredictable()) {
            requireLength("the unpredictable number (tag 9F37)", unpredictable, UNPREDICTABLE);
        }
        return key(card, counter, unpredictable);
    }

    abstract CipherKey key(CipherKey card, byte[] counter, byte[] unpredictable);

    private static CipherKey diversified(CipherKey card, byte[] basis) {
        byte[] both = new byte[KEY_LENGTH];
        System.arraycopy(basis, 0, both, 0, BLOCK);
        System.arraycopy(basis, 0, both, BLOCK, BLOCK);
        both[MARK] = (byte) 0xF0;
        both[BLOCK + MARK] = 0x0F;
        return keyOf(card.encryptEcb(both));
    }

    /** A key of odd parity; the bytes are cleared. */
    static CipherKey keyOf(byte[] bytes) {
        DESParameters.setOddParity(bytes);
        CipherKey key = CipherKey.tdes(bytes);
        Arrays.fill(bytes, (byte) 0);
        return key;
    }

    private static void requireLength(String what, byte[] value, int length) {
        if (value.length != length) {
            throw new IllegalArgumentException(
                    what + " must have " + Plural.of(length, "byte") + ", not " + value.length);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}

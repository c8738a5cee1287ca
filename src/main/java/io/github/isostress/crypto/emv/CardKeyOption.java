package io.github.isostress.crypto.emv;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.Digits;
import io.github.isostress.crypto.DoubleLength;
import io.github.isostress.crypto.Words;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** How a card's own key, the ICC master key or UDK, follows from an issuer's master key (EMV Book 2, A1.4). */
public enum CardKeyOption {
    /** The rightmost 16 digits of PAN and sequence number are enciphered (A1.4.1). */
    A {
        @Override
        byte[] basis(ChipCard card) {
            return lastDigits(card);
        }
    },

    /** As A for a PAN of up to 16 digits; of a longer one the first 16 digits of its SHA-1 are enciphered (A1.4.2). */
    B {
        @Override
        byte[] basis(ChipCard card) {
            return card.pan().length() <= DIGITS ? lastDigits(card) : Digits.packed(hashedDigits(card));
        }
    };

    private static final int DIGITS = 16;
    private static final int HALF = 8;

    /**
     * The option people write so.
     *
     * @throws IllegalArgumentException with one clear sentence if there is none
     */
    public static CardKeyOption of(String text) {
        return Words.constant("key derivation option", values(), text);
    }

    /**
     * Derives a card's key, of odd parity.
     *
     * @param issuer the issuer's master key, 3DES of 16 bytes
     * @throws IllegalArgumentException with one clear sentence if the master key is another one
     */
    public CipherKey derive(CipherKey issuer, ChipCard card) {
        DoubleLength.require("an issuer master key", issuer);
        byte[] basis = basis(card);
        byte[] both = Arrays.copyOf(basis, 2 * HALF);
        for (int i = 0; i < HALF; i++) {
            both[HALF + i] = (byte) ~basis[i];
        }
        return SessionKeyMethod.keyOf(issuer.encryptEcb(both));
    }

    abstract byte[] basis(ChipCard card);

    private static byte[] lastDigits(ChipCard card) {
        String digits = "0".repeat(DIGITS) + card.pan() + card.sequence();
        return Digits.packed(digits.substring(digits.length() - DIGITS));
    }

    private static String hashedDigits(ChipCard card) {
        String digits = card.pan() + card.sequence();
        return Digits.selected(sha1(Digits.packed(digits.length() % 2 == 0 ? digits : '0' + digits)), DIGITS);
    }

    private static byte[] sha1(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}

package io.github.isostress.crypto.emv;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.Words;
import io.github.isostress.crypto.mac.MacAlgorithm;
import io.github.isostress.crypto.mac.MacPadding;
import java.util.Arrays;

/** How the issuer answers a cryptogram (EMV Book 2, 8.2); the text of each is its number. */
public enum ArpcMethod {
    /** The ARQC, joined with the authorisation response code, enciphered: 8 bytes (8.2.1). */
    ONE("1", ApplicationCryptogram.LENGTH) {
        @Override
        public byte[] cryptogram(CipherKey key, byte[] arqc, byte[] answer) {
            requireLength("the ARQC (tag 9F26)", arqc, ApplicationCryptogram.LENGTH, ApplicationCryptogram.LENGTH);
            requireLength("the authorisation response code", answer, RESPONSE_CODE, RESPONSE_CODE);
            byte[] block = arqc.clone();
            block[0] ^= answer[0];
            block[1] ^= answer[1];
            key.encrypt(block, 0, block, 0);
            return block;
        }

        @Override
        public boolean takes(int bytes) {
            return bytes == RESPONSE_CODE;
        }
    },

    /** A MAC of ARQC, card status update and what else the issuer adds: 4 bytes (8.2.2). */
    TWO("2", 4) {
        @Override
        public byte[] cryptogram(CipherKey key, byte[] arqc, byte[] answer) {
            requireLength("the ARQC (tag 9F26)", arqc, ApplicationCryptogram.LENGTH, ApplicationCryptogram.LENGTH);
            requireLength(
                    "the card status update with the issuer's own data",
                    answer,
                    STATUS_UPDATE,
                    STATUS_UPDATE + MOST_OWN_DATA);
            return MacAlgorithm.RETAIL
                    .with(key, MacPadding.BIT_AND_ZEROS, length())
                    .of(joined(arqc, answer));
        }

        @Override
        public boolean takes(int bytes) {
            return bytes >= STATUS_UPDATE && bytes <= STATUS_UPDATE + MOST_OWN_DATA;
        }
    };

    private static final int RESPONSE_CODE = 2;
    private static final int STATUS_UPDATE = 4;
    private static final int MOST_OWN_DATA = 8;

    private final String text;
    private final int length;

    ArpcMethod(String text, int length) {
        this.text = text;
        this.length = length;
    }

    /**
     * The method people write so.
     *
     * @throws IllegalArgumentException with one clear sentence if there is none
     */
    public static ArpcMethod of(String text) {
        return Words.constant("ARPC method", values(), text);
    }

    /** Bytes of the cryptogram. */
    public int length() {
        return length;
    }

    /** Whether an answer may have so many bytes, see {@link #cryptogram}. */
    public abstract boolean takes(int bytes);

    /**
     * The cryptogram alone.
     *
     * @param key of the answer, 3DES of 16 bytes
     * @param arqc 8 bytes
     * @param answer method 1: the authorisation response code, 2 bytes; method 2: the card status update (CSU), 4 bytes,
     *     and up to 8 bytes of proprietary authentication data behind it
     * @throws IllegalArgumentException with one clear sentence if one of them has another length
     */
    public abstract byte[] cryptogram(CipherKey key, byte[] arqc, byte[] answer);

    /** Issuer authentication data (tag 91): the cryptogram, and the answer it is of. See {@link #cryptogram}. */
    public byte[] issuerAuthentication(CipherKey key, byte[] arqc, byte[] answer) {
        return joined(cryptogram(key, arqc, answer), answer);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void requireLength(String what, byte[] value, int least, int most) {
        if (value.length < least || value.length > most) {
            String lengths = least == most ? String.valueOf(least) : least + " to " + most;
            throw new IllegalArgumentException(what + " must have " + lengths + " bytes, not " + value.length);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}

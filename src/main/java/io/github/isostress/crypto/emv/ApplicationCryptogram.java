package io.github.isostress.crypto.emv;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.mac.MacAlgorithm;
import io.github.isostress.crypto.mac.MacPadding;

/** The application cryptogram (tag 9F26) of a card, such as an ARQC (EMV Book 2, 8.1.2). */
public final class ApplicationCryptogram {
    /** Bytes of a cryptogram. */
    public static final int LENGTH = 8;

    private ApplicationCryptogram() {}

    /**
     * Makes a cryptogram.
     *
     * @param key of the transaction, 3DES of 16 bytes
     * @param data as {@link CryptogramData} joins them
     */
    public static byte[] of(CipherKey key, byte[] data, MacPadding padding) {
        return MacAlgorithm.RETAIL.with(key, padding, LENGTH).of(data);
    }
}

package io.github.isostress.crypto;

import io.github.isostress.words.Plural;

/** Keys of two DES keys, one behind the other, as card schemes have them. */
public final class DoubleLength {
    /** Bytes of such a key. */
    public static final int BYTES = 16;

    private DoubleLength() {}

    /**
     * Demands such a key.
     *
     * @param what it is, with its article: {@code a CVK}
     * @throws IllegalArgumentException with one clear sentence
     */
    public static void require(String what, CipherKey key) {
        if (key.algorithm() != CipherAlgorithm.TDES || key.length() != BYTES) {
            throw new IllegalArgumentException(what + " must be a 3DES key of " + BYTES + " bytes, not one of "
                    + key.algorithm() + " with " + Plural.of(key.length(), "byte"));
        }
    }
}

package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherAlgorithm;

/** What is done about the parity bits of DES keys: each byte should have an odd number of one bits (FIPS 46-3). */
public enum KeyParity {
    /** The parity bits are set right; DES does not use them, so the key stays the same one. */
    ADJUSTED,

    /** A key with a byte of even parity is refused. */
    CHECKED;

    /**
     * Treats the bytes of a key in place; those of AES have no parity.
     *
     * @throws IllegalArgumentException with one clear sentence if a byte that is checked has even parity
     */
    void apply(byte[] key, CipherAlgorithm algorithm) {
        for (int i = 0; algorithm == CipherAlgorithm.TDES && i < key.length; i++) {
            boolean even = Integer.bitCount(key[i] & 0xFF) % 2 == 0;
            if (even && this == CHECKED) {
                throw new IllegalArgumentException(
                        "byte " + (i + 1) + " of the 3DES key has even parity, but the parity of keys is checked");
            }
            if (even) {
                key[i] ^= 1;
            }
        }
    }
}

package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A check value that a key should have, in hex digits. Immutable.
 *
 * @param digits 4 to twice as many as the algorithm's block has bytes
 */
record ExpectedCheckValue(String digits) {
    private static final int FEWEST_DIGITS = 4;
    private static final int DIGITS_OF_BYTE = 2;

    /**
     * @throws IllegalArgumentException with one clear sentence if the key has another one, or this is none
     */
    void require(CipherKey key) {
        int bytes = KeyDigits.read("the check value", digits).length;
        int most = key.algorithm().blockLength();
        if (digits.length() < FEWEST_DIGITS || bytes > most) {
            throw new IllegalArgumentException("a check value of " + key.algorithm() + " has " + FEWEST_DIGITS + " to "
                    + most * DIGITS_OF_BYTE + " hex digits, but there are " + digits.length());
        }
        String expected = digits.toUpperCase(Locale.ROOT);
        String found = key.checkValue(bytes);
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("the check value is " + found + ", but expected is " + expected
                    + (isOfEncipheredZeros(key, expected)
                            ? ", which is one of enciphered zeros; for AES it is one of the CMAC"
                            : ""));
        }
    }

    private static boolean isOfEncipheredZeros(CipherKey key, String expected) {
        byte[] zeros = key.encryptEcb(new byte[key.algorithm().blockLength()]);
        return key.algorithm() == CipherAlgorithm.AES
                && HexFormat.of().withUpperCase().formatHex(zeros).startsWith(expected);
    }
}

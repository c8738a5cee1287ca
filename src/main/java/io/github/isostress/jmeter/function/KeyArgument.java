package io.github.isostress.jmeter.function;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A key as an argument of a function, in hex digits: a function does not know which keys are in its scope. So the key
 * is in the plan or in a variable.
 */
final class KeyArgument {
    /** For JMeter's Function Helper. */
    static final String DESCRIPTION = "Key in hex digits; better in a variable than in the plan";

    private KeyArgument() {}

    /**
     * The key, ready for use.
     *
     * @throws IllegalArgumentException with one clear sentence, which does not show it, if it is none of the algorithm
     */
    static CipherKey of(CipherAlgorithm algorithm, String hex) {
        byte[] bytes = bytes("the key", hex);
        try {
            return algorithm.key(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * The bytes of an argument in hex digits.
     *
     * @throws IllegalArgumentException with one clear sentence, which does not show it
     */
    static byte[] bytes(String argument, String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(argument + " must be whole bytes in hex digits");
        }
    }
}

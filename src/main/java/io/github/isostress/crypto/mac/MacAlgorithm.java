package io.github.isostress.crypto.mac;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.Words;
import io.github.isostress.words.Plural;
import java.util.Arrays;

/** The algorithms of message authentication codes; the text of each is the one people write. */
public enum MacAlgorithm {
    /** ISO 9797-1 algorithm 3, with a 3DES key of 16 bytes. */
    RETAIL("retail", 8) {
        @Override
        MessageMac ready(CipherKey key, MacPadding padding, int length) {
            requireLengthOf(key, 16);
            return new RetailMac(key, padding, length);
        }
    },

    /** ISO 9797-1 algorithm 1, with a DES or 3DES key. */
    CBC("alg1", 8) {
        @Override
        MessageMac ready(CipherKey key, MacPadding padding, int length) {
            requireAlgorithm(key, CipherAlgorithm.TDES);
            return new CbcMac(key, padding, length);
        }
    },

    /** ANSI X9.9 (ISO 8731-1): algorithm 1 with a DES key of 8 bytes and padding 1. */
    X9_9("x9.9", 8) {
        @Override
        MessageMac ready(CipherKey key, MacPadding padding, int length) {
            requireLengthOf(key, 8);
            return new CbcMac(key, padding, length);
        }
    },

    /** ANSI X9.19: algorithm 3 with a 3DES key of 16 bytes and padding 1. */
    X9_19("x9.19", 8) {
        @Override
        MessageMac ready(CipherKey key, MacPadding padding, int length) {
            requireLengthOf(key, 16);
            return new RetailMac(key, padding, length);
        }
    },

    /** CMAC (ISO 9797-1 algorithm 5, NIST SP 800-38B) with 3DES. */
    TDES_CMAC("3des-cmac", 8) {
        @Override
        MessageMac ready(CipherKey key, MacPadding padding, int length) {
            requireAlgorithm(key, CipherAlgorithm.TDES);
            return new CutCmac(key, length);
        }
    },

    /** CMAC with AES (RFC 4493 for keys of 16 bytes). */
    AES_CMAC("aes-cmac", 16) {
        @Override
        MessageMac ready(CipherKey key, MacPadding padding, int length) {
            requireAlgorithm(key, CipherAlgorithm.AES);
            return new CutCmac(key, length);
        }
    },

    /** HMAC with SHA-256 (RFC 2104); the key's bytes may be those of any cipher. */
    HMAC_SHA256("hmac-sha256", 32) {
        @Override
        MessageMac ready(CipherKey key, MacPadding padding, int length) {
            byte[] bytes = key.bytes();
            try {
                return new HmacSha256(bytes, length);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        }
    };

    /** The least number of bytes that ISO 9797-1 and its users allow. */
    public static final int SHORTEST = 4;

    private final String text;
    private final int longest;

    MacAlgorithm(String text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /**
     * The algorithm people write so.
     *
     * @throws IllegalArgumentException with one clear sentence if there is none
     */
    public static MacAlgorithm of(String text) {
        return Words.constant("MAC algorithm", values(), text);
    }

    /** Bytes of the whole code. */
    public int longest() {
        return longest;
    }

    /** Whether a padding can be chosen; CMAC and HMAC have their own. */
    public boolean takesPadding() {
        return this != TDES_CMAC && this != AES_CMAC && this != HMAC_SHA256;
    }

    /**
     * Makes the code ready for use under a key.
     *
     * @param padding without meaning where {@link #takesPadding()} is false
     * @param length of the code in bytes: 4 to {@link #longest()}
     * @throws IllegalArgumentException with one clear sentence if key, padding or length do not fit the algorithm
     */
    public MessageMac with(CipherKey key, MacPadding padding, int length) {
        requireLength(length);
        requirePadding(padding);
        return ready(key, padding, length);
    }

    /**
     * Demands a length that a code of this algorithm can have.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public void requireLength(int length) {
        if (length < SHORTEST || length > longest) {
            throw new IllegalArgumentException("the length of a MAC by " + text + " is " + SHORTEST + " to "
                    + Plural.of(longest, "byte") + ", not " + length);
        }
    }

    /**
     * Demands a padding that this algorithm can have.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public void requirePadding(MacPadding padding) {
        if ((this == X9_9 || this == X9_19) && padding != MacPadding.ZEROS) {
            throw new IllegalArgumentException("the padding of " + text + " is 1, not " + padding);
        }
    }

    abstract MessageMac ready(CipherKey key, MacPadding padding, int length);

    void requireAlgorithm(CipherKey key, CipherAlgorithm needed) {
        if (key.algorithm() != needed) {
            throw new IllegalArgumentException(
                    "a MAC by " + text + " needs a key of " + needed + ", not of " + key.algorithm());
        }
    }

    void requireLengthOf(CipherKey key, int bytes) {
        requireAlgorithm(key, CipherAlgorithm.TDES);
        if (key.length() != bytes) {
            throw new IllegalArgumentException("a MAC by " + text + " needs a 3DES key of " + Plural.of(bytes, "byte")
                    + ", not of " + key.length());
        }
    }

    @Override
    public String toString() {
        return text;
    }
}

package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import java.util.Arrays;
import java.util.Optional;

/** The versions of a TR-31 / X9.143 key block: how it is bound to the key block protection key (KBPK). */
public enum KeyBlockVersion {
    /** 3DES, keys that are variants of the KBPK (TR-31:2005); deprecated, but in use. */
    A(CipherAlgorithm.TDES, 4),

    /** 3DES, keys derived from the KBPK. */
    B(CipherAlgorithm.TDES, 8),

    /** 3DES, keys that are variants of the KBPK (TR-31:2010). */
    C(CipherAlgorithm.TDES, 4),

    /** AES, keys derived from the KBPK. */
    D(CipherAlgorithm.AES, 16);

    private static final int WEAKEST_KBPK = 16;

    private final CipherAlgorithm algorithm;
    private final int macLength;

    KeyBlockVersion(CipherAlgorithm algorithm, int macLength) {
        this.algorithm = algorithm;
        this.macLength = macLength;
    }

    /** The version of its letter; empty if there is none. */
    static Optional<KeyBlockVersion> of(char letter) {
        return Arrays.stream(values())
                .filter(version -> version.name().charAt(0) == letter)
                .findFirst();
    }

    /** Bytes of a block of its cipher; the parts of a key block are whole ones. */
    int blockLength() {
        return algorithm.blockLength();
    }

    /** In bytes. */
    int macLength() {
        return macLength;
    }

    /**
     * The protection of this version under a KBPK.
     *
     * @throws IllegalArgumentException with one clear sentence if the key is of another algorithm, or single DES
     */
    KeyBlockProtection under(CipherKey kbpk) {
        if (kbpk.algorithm() != algorithm || kbpk.length() < WEAKEST_KBPK) {
            throw new IllegalArgumentException("a key block of version " + this + " is protected by "
                    + (algorithm == CipherAlgorithm.AES ? "an AES key" : "a 3DES key of 16 or 24 bytes")
                    + ", but the one named is a " + kbpk);
        }
        return this == A || this == C ? new VariantProtection(kbpk) : new DerivedProtection(kbpk);
    }
}

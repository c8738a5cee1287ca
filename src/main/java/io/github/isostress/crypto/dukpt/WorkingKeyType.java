package io.github.isostress.crypto.dukpt;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import java.util.Arrays;

/** The algorithm and the length of a key of one transaction: ANSI X9.24-3, table 2. */
public enum WorkingKeyType {
    TDES_128(0, "3DES", 16),
    TDES_192(1, "3DES", 24),
    AES_128(2, "AES", 16),
    AES_192(3, "AES", 24),
    AES_256(4, "AES", 32),
    HMAC_128(5, "HMAC", 16),
    HMAC_192(5, "HMAC", 24),
    HMAC_256(5, "HMAC", 32);

    private final int indicator;
    private final String algorithm;
    private final int length;

    WorkingKeyType(int indicator, String algorithm, int length) {
        this.indicator = indicator;
        this.algorithm = algorithm;
        this.length = length;
    }

    /** That of a key like the other one. */
    static WorkingKeyType like(CipherKey key) {
        return Arrays.stream(values())
                .filter(type -> type.algorithm.equals(key.algorithm().toString()) && type.length == key.length())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key of DUKPT is as short as a " + key));
    }

    int indicator() {
        return indicator;
    }

    /** In bytes. */
    public int length() {
        return length;
    }

    CipherKey key(byte[] bytes) {
        return switch (algorithm) {
            case "3DES" -> CipherAlgorithm.TDES.key(bytes);
            case "AES" -> CipherAlgorithm.AES.key(bytes);
            default -> throw new IllegalArgumentException("an HMAC key enciphers nothing");
        };
    }

    @Override
    public String toString() {
        return algorithm + "-" + length * Byte.SIZE;
    }
}

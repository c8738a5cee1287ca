package io.github.isostress.crypto.dukpt;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.words.Plural;
import java.util.Arrays;

/** The algorithm and the length of a key of one transaction: ANSI X9.24-3, table 2. */
public enum WorkingKeyType {
    TDES_128(0, "3DES", 16),
    TDES_192(1, "3DES", 24),
    AES_128(2, "AES", 16),
    AES_192(3, "AES", 24),
    AES_256(4, "AES", 32),
    HMAC_128(5, WorkingKeyType.HMAC, 16),
    HMAC_192(5, WorkingKeyType.HMAC, 24),
    HMAC_256(5, WorkingKeyType.HMAC, 32);

    private static final String HMAC = "HMAC";

    private final int indicator;
    private final String algorithm;
    private final int length;

    WorkingKeyType(int indicator, String algorithm, int length) {
        this.indicator = indicator;
        this.algorithm = algorithm;
        this.length = length;
    }

    /**
     * That of a key like the other one.
     *
     * @throws IllegalArgumentException with one clear sentence if no key of a transaction is so short
     */
    public static WorkingKeyType like(CipherKey key) {
        return of(key.algorithm().toString(), key.length());
    }

    /**
     * That of an HMAC key as long as the other key.
     *
     * @throws IllegalArgumentException with one clear sentence if no key of a transaction is so short
     */
    public static WorkingKeyType hmacLike(CipherKey key) {
        return of(HMAC, key.length());
    }

    private static WorkingKeyType of(String algorithm, int length) {
        return Arrays.stream(values())
                .filter(type -> type.algorithm.equals(algorithm) && type.length == length)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "DUKPT has no " + algorithm + " keys of " + Plural.of(length, "byte")));
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

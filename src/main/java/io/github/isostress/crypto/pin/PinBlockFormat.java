package io.github.isostress.crypto.pin;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.words.Plural;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The formats in which a PIN goes to its issuer (ISO 9564-1:2017, 9.3 and 9.4). A PIN has 4 to 12 digits. A PAN has 8
 * to 19 digits; where a format takes twelve and the PAN has fewer, zeros stand on its left. Thread-safe.
 */
public enum PinBlockFormat {
    /** PIN and PAN, filled with F: the same block each time. */
    ISO_0(0, CipherAlgorithm.TDES, Fill.F, Encipherment.WITH_PAN),
    /** The PIN without a PAN, filled with random digits. */
    ISO_1(1, CipherAlgorithm.TDES, Fill.RANDOM, Encipherment.WITHOUT_PAN),
    /** PIN and PAN, filled with random digits from A to F. */
    ISO_3(3, CipherAlgorithm.TDES, Fill.RANDOM_LETTERS, Encipherment.WITH_PAN),
    /** PIN and PAN in two encipherments with AES, with 16 random digits. */
    ISO_4(4, CipherAlgorithm.AES, Fill.A, Encipherment.TWICE);

    /** Whoever knew the fill digits to come would have less to guess; these take 0.2 us. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int number;
    private final CipherAlgorithm algorithm;
    private final Fill fill;
    private final Encipherment encipherment;

    PinBlockFormat(int number, CipherAlgorithm algorithm, Fill fill, Encipherment encipherment) {
        this.number = number;
        this.algorithm = algorithm;
        this.fill = fill;
        this.encipherment = encipherment;
    }

    /**
     * The format of a number.
     *
     * @throws IllegalArgumentException with one clear sentence if there is none
     */
    public static PinBlockFormat of(String number) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no PIN block format '" + number + "'; known are " + numbers()));
    }

    private static String numbers() {
        return Arrays.stream(values()).map(PinBlockFormat::toString).collect(Collectors.joining(", "));
    }

    /** Whether the block depends on the PAN. */
    public boolean needsPan() {
        return encipherment != Encipherment.WITHOUT_PAN;
    }

    /** That of the key. */
    public CipherAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * A block that holds a PIN.
     *
     * @param pan of no account where {@link #needsPan()} is false
     * @return 8 bytes, of format 4 16 bytes
     * @throws IllegalArgumentException with one clear sentence, which shows neither of them, if the PIN, the PAN or the
     *     key's algorithm does not fit
     */
    public byte[] encipher(String pin, String pan, CipherKey key) {
        return encipher(pin, pan, key, RANDOM);
    }

    byte[] encipher(String pin, String pan, CipherKey key, RandomGenerator random) {
        requireAlgorithm(key);
        return encipherment.encipher(PinField.of(number, pin, fill.digits(random)), pan, key, random);
    }

    /**
     * The PIN of a received block; empty if deciphering gives no block of this format, as with another key or another
     * PAN.
     *
     * @param pan of no account where {@link #needsPan()} is false
     * @throws IllegalArgumentException with one clear sentence, which shows none of them, if the length of the block,
     *     the PAN or the key's algorithm does not fit
     */
    public Optional<String> decipher(byte[] block, String pan, CipherKey key) {
        requireAlgorithm(key);
        if (block.length != algorithm.blockLength()) {
            throw new IllegalArgumentException("a PIN block of format " + number + " has "
                    + Plural.of(algorithm.blockLength(), "byte") + " (ISO 9564-1), this one has " + block.length);
        }
        return PinField.pin(encipherment.decipher(block, pan, key), number, fill);
    }

    private void requireAlgorithm(CipherKey key) {
        if (key.algorithm() != algorithm) {
            throw new IllegalArgumentException(
                    "PIN block format " + number + " needs a key of " + algorithm + ", not of " + key.algorithm());
        }
    }

    /** Its number, as people name it. */
    @Override
    public String toString() {
        return String.valueOf(number);
    }
}

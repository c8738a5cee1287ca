package io.github.isostress.crypto.dukpt;

import io.github.isostress.words.Plural;
import java.util.HexFormat;

/**
 * A key serial number: which initial key, and which of its transactions. It is no secret; its text is its hex digits.
 *
 * @param initialKeyId 59 bits with 3DES, 64 bits with AES
 * @param counter 0 for the initial key itself
 */
public record Ksn(DukptScheme scheme, long initialKeyId, long counter) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * A KSN.
     *
     * @throws IllegalArgumentException with one clear sentence if the counter is longer than the scheme's
     */
    public Ksn {
        if (counter >>> scheme.counterBits() != 0) {
            throw new IllegalArgumentException("the counter of " + scheme + " has "
                    + Plural.of(scheme.counterBits(), "bit") + "; " + counter + " has more");
        }
    }

    /**
     * The KSN of a transaction of the same initial key.
     *
     * @throws IllegalArgumentException with one clear sentence if the counter has no key
     */
    public Ksn at(long transaction) {
        Ksn moved = new Ksn(scheme, initialKeyId, transaction);
        moved.requireKey();
        return moved;
    }

    void requireKey() {
        if (!scheme.allows(counter)) {
            throw new IllegalArgumentException(
                    "the counter " + hex(counter) + " has no key in " + scheme + ": " + whyNoKey());
        }
    }

    private String whyNoKey() {
        if (counter == 0) {
            return "the first one is 1";
        }
        if (counter > scheme.lastCounter()) {
            return "the last one is " + hex(scheme.lastCounter());
        }
        return "it has more than " + scheme.mostOneBits() + " one bits";
    }

    private String hex(long number) {
        return HEX.toHexDigits(number, (scheme.counterBits() + 3) / 4);
    }

    @Override
    public String toString() {
        int bits = scheme.counterBits();
        int high = scheme.ksnDigits() - Long.SIZE / 4;
        return HEX.toHexDigits(initialKeyId >>> Long.SIZE - bits, high)
                + HEX.toHexDigits(initialKeyId << bits | counter);
    }
}

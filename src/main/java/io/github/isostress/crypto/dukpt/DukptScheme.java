package io.github.isostress.crypto.dukpt;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.words.Plural;

/** The two standards of DUKPT, what their key serial numbers (KSN) look like, and which counters have a key. */
public enum DukptScheme {
    /** ANSI X9.24-1: a KSN of 59 bits of initial key id and 21 bits of counter. */
    TDES(20, 20, 21, 10),

    /** ANSI X9.24-3: a KSN of 64 bits of initial key id and 32 bits of counter. */
    AES(24, 16, 32, 16);

    private final int ksnDigits;
    private final int idDigits;
    private final int counterBits;
    private final int mostOneBits;

    DukptScheme(int ksnDigits, int idDigits, int counterBits, int mostOneBits) {
        this.ksnDigits = ksnDigits;
        this.idDigits = idDigits;
        this.counterBits = counterBits;
        this.mostOneBits = mostOneBits;
    }

    /** That of a base derivation key. */
    public static DukptScheme of(CipherAlgorithm algorithm) {
        return algorithm == CipherAlgorithm.AES ? AES : TDES;
    }

    /** The length of an initial key id. */
    public int idDigits() {
        return idDigits;
    }

    int counterBits() {
        return counterBits;
    }

    int ksnDigits() {
        return ksnDigits;
    }

    /** No path from the initial key to a transaction key has more derivations. */
    int mostOneBits() {
        return mostOneBits;
    }

    /** The largest counter that has a key. */
    public long lastCounter() {
        return (1L << mostOneBits) - 1 << counterBits - mostOneBits;
    }

    /** Whether a counter has a key: those with too many one bits are skipped, and zero is the initial key's own. */
    public boolean allows(long counter) {
        return counter > 0 && counter <= lastCounter() && Long.bitCount(counter) <= mostOneBits;
    }

    /**
     * The KSN of an initial key, whose counter is zero.
     *
     * @param id with 3DES the 20 hex digits of that KSN, with AES the 16 hex digits of the initial key id
     * @throws IllegalArgumentException with one clear sentence if it has another length, or a counter
     */
    public Ksn initial(String id) {
        if (id.length() != idDigits) {
            throw new IllegalArgumentException("the initial key id of " + this + " has "
                    + Plural.of(idDigits, "hex digit") + ", this one has " + id.length());
        }
        Ksn initial = read(this == AES ? id + "0".repeat(ksnDigits - idDigits) : id);
        if (initial.counter() != 0) {
            throw new IllegalArgumentException("the last " + Plural.of(counterBits, "bit")
                    + " of the initial key id of " + this + " are the counter, and have to be zero");
        }
        return initial;
    }

    /**
     * A KSN as it is in a message.
     *
     * @param hex its hex digits
     * @throws IllegalArgumentException with one clear sentence if it has another length
     */
    public Ksn read(String hex) {
        if (hex.length() != ksnDigits) {
            throw new IllegalArgumentException("the KSN of " + this + " has " + Plural.of(ksnDigits, "hex digit")
                    + ", this one has " + hex.length());
        }
        int half = ksnDigits - Long.SIZE / 4;
        try {
            long high = Long.parseUnsignedLong(hex, 0, half, 16);
            long low = Long.parseUnsignedLong(hex, half, ksnDigits, 16);
            long id = high << Long.SIZE - counterBits | low >>> counterBits;
            return new Ksn(this, id, low & (1L << counterBits) - 1);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the KSN of " + this + " has a character that is no hex digit", e);
        }
    }

    @Override
    public String toString() {
        return this == AES ? "AES DUKPT (ANSI X9.24-3)" : "3DES DUKPT (ANSI X9.24-1)";
    }
}

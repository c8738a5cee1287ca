package io.github.isostress.framing;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that are the same in every frame, such as a trailer. Immutable; equal ones have equal bytes. */
public final class Octets {
    /** Not a byte. */
    public static final Octets NONE = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the array. */
    public static Octets of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new Octets(bytes.clone());
    }

    /**
     * Reads hex digits.
     *
     * @throws IllegalArgumentException if they are no even number of hex digits
     */
    static Octets ofHex(String digits) {
        return of(HexFormat.of().parseHex(digits));
    }

    /** How many there are. */
    public int length() {
        return bytes.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The byte at a place from 0 on. */
    public byte at(int index) {
        return bytes[index];
    }

    /** A copy. */
    public byte[] toArray() {
        return bytes.clone();
    }

    /** Whether they stand at this place, as far as the other bytes go that far. */
    public boolean standAt(int at, byte[] others) {
        return at >= 0
                && at + bytes.length <= others.length
                && Arrays.equals(others, at, at + bytes.length, bytes, 0, bytes.length);
    }

    void write(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hex digits without blanks. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}

package io.github.isostress.framing;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that every frame has alike, such as a trailer. Immutable; equal if the bytes are. */
public final class FixedBytes {
    public static final FixedBytes NONE = new FixedBytes(new byte[0]);

    private final byte[] bytes;

    private FixedBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static FixedBytes of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new FixedBytes(bytes.clone());
    }

    /**
     * Reads hex digits.
     *
     * @throws IllegalArgumentException if they are no even number of hex digits
     */
    static FixedBytes ofHex(String digits) {
        return of(HexFormat.of().parseHex(digits));
    }

    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public byte at(int index) {
        return bytes[index];
    }

    public byte[] toArray() {
        return bytes.clone();
    }

    /** Whether the other bytes have these from {@code at} on; false if they end before. */
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
        return other instanceof FixedBytes that && Arrays.equals(bytes, that.bytes);
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

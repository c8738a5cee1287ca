package io.github.isostress.crypto.mac;

/** A message authentication code under one key, of one length. Implementations are immutable and thread-safe. */
public interface MessageMac {
    /** Bytes of the code: what is longer is cut off at the right. */
    int length();

    /**
     * The code of a part of an array, which is only read.
     *
     * @param from first byte
     * @param to after the last byte
     * @throws IllegalArgumentException with one clear sentence if the padding does not fit the data
     */
    byte[] of(byte[] data, int from, int to);

    /** The code of a whole array, as {@link #of(byte[], int, int)}. */
    default byte[] of(byte[] data) {
        return of(data, 0, data.length);
    }
}

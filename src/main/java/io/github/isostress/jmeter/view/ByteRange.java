package io.github.isostress.jmeter.view;

/**
 * A stretch of a frame.
 *
 * @param start the offset of its first byte
 * @param end the offset behind its last byte
 */
record ByteRange(int start, int end) {
    /** Whether the byte at that offset is in it. */
    boolean contains(int offset) {
        return offset >= start && offset < end;
    }
}

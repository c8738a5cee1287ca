package io.github.isostress.message.describe;

/**
 * A stretch of bytes.
 *
 * @param start the first byte's offset, from 0; -1 if not known
 * @param end the offset behind the last byte; -1 if not known
 */
record Place(int start, int end) {
    static final Place UNKNOWN = new Place(-1, -1);
}

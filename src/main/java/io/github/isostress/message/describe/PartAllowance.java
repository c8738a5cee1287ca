package io.github.isostress.message.describe;

/**
 * How many more parts of elements may have a line in the description of a frame: more than any real message has, and
 * few enough that the text stays in proportion to the bytes. Used by one thread.
 */
final class PartAllowance {
    private static final int LEAST = 200;
    /** Bytes for a line: it takes up to some 150 characters besides the value. */
    private static final int BYTES_EACH = 32;

    private int left;

    private PartAllowance(int left) {
        this.left = left;
    }

    /** For a frame of this length. */
    static PartAllowance of(int frameBytes) {
        return new PartAllowance(Math.max(LEAST, frameBytes / BYTES_EACH));
    }

    /** Without a limit: where one line is looked for. */
    static PartAllowance all() {
        return new PartAllowance(Integer.MAX_VALUE);
    }

    /** For no line at all: where only masking is asked for. */
    static PartAllowance none() {
        return new PartAllowance(0);
    }

    /** Takes one; false if none is left. */
    boolean take() {
        return left > 0 && left-- > 0;
    }
}

package io.github.isostress.message.describe;

/**
 * How many parts of elements may have a line of their own in the description of a frame: more than a message made by
 * people has, and few enough that the text stays in proportion to the bytes. For one description.
 */
final class PartAllowance {
    private static final int LEAST = 200;
    /** Bytes for a line: it takes up to some 150 characters besides the value. */
    private static final int BYTES_EACH = 32;

    private int left;

    private PartAllowance(int left) {
        this.left = left;
    }

    /** What a frame of so many bytes may have. */
    static PartAllowance of(int frameBytes) {
        return new PartAllowance(Math.max(LEAST, frameBytes / BYTES_EACH));
    }

    /** Where only one of the lines is looked for. */
    static PartAllowance all() {
        return new PartAllowance(Integer.MAX_VALUE);
    }

    /** Where the lines themselves are of no use. */
    static PartAllowance none() {
        return new PartAllowance(0);
    }

    /** Takes one; false if none is left. */
    boolean take() {
        return left > 0 && left-- > 0;
    }
}

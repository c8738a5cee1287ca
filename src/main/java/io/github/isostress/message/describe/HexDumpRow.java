package io.github.isostress.message.describe;

/**
 * The columns of a row in our hex dumps: the offset, two blanks, sixteen bytes in hex digits with a blank between them
 * and two in the middle, two blanks, the same bytes as characters. Stateless.
 */
public final class HexDumpRow {
    /** Bytes in a row. */
    public static final int BYTES = 16;

    private static final int LAST_SHORT_OFFSET = 0xFFFF;
    private static final int SHORT_OFFSET = 4;
    private static final int LONG_OFFSET = 8;
    private static final int GAP = 2;

    private HexDumpRow() {}

    /** How many hex digits the offset has. */
    static int offsetDigits(int offset) {
        return offset > LAST_SHORT_OFFSET ? LONG_OFFSET : SHORT_OFFSET;
    }

    /**
     * Where the two hex digits of a byte begin.
     *
     * @param at its place in the row, from 0
     */
    static int hexColumn(int offsetDigits, int at) {
        return offsetDigits + GAP + 3 * at + at / (BYTES / 2);
    }

    /** Where the character of a byte stands. */
    static int characterColumn(int offsetDigits, int at) {
        return offsetDigits + GAP + 3 * BYTES + GAP + at;
    }
}

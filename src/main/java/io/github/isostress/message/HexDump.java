package io.github.isostress.message;

import java.util.BitSet;

/** Shows bytes in rows of sixteen: offset, hex digits, printable ASCII. */
final class HexDump {
    /** Bytes in a row. */
    static final int ROW = 16;

    private static final String DIGITS = "0123456789ABCDEF";

    private HexDump() {}

    /**
     * The dump.
     *
     * @param bytes what to show
     * @param hidden the offsets of bytes of which only the presence is shown
     */
    static String of(byte[] bytes, BitSet hidden) {
        StringBuilder dump = new StringBuilder(length(bytes.length));
        write(dump, bytes, hidden);
        return dump.toString();
    }

    /** About how many characters the dump of so many bytes has. */
    static int length(int bytes) {
        return bytes * 5 + 80;
    }

    /** Adds the dump to a text. */
    static void write(StringBuilder dump, byte[] bytes, BitSet hidden) {
        for (int row = 0; row < bytes.length; row += ROW) {
            int end = Math.min(row + ROW, bytes.length);
            dump.append(offset(row));
            for (int i = row; i < row + ROW; i++) {
                dump.append(i % (ROW / 2) == 0 ? "  " : " ");
                if (i < end) {
                    digits(dump, bytes, hidden, i);
                } else {
                    dump.append("  ");
                }
            }
            dump.append("  ");
            for (int i = row; i < end; i++) {
                dump.append(hidden.get(i) ? '*' : printable(bytes[i]));
            }
            dump.append('\n');
        }
    }

    /** What a row begins with. */
    static String offset(int row) {
        StringBuilder offset = new StringBuilder(8);
        for (int shift = row > 0xFFFF ? 28 : 12; shift >= 0; shift -= 4) {
            offset.append(DIGITS.charAt(row >> shift & 0xF));
        }
        return offset.toString();
    }

    /** The two digits of a byte, or two asterisks for a hidden one. */
    static void digits(StringBuilder text, byte[] bytes, BitSet hidden, int at) {
        if (hidden.get(at)) {
            text.append("**");
        } else {
            text.append(DIGITS.charAt(bytes[at] >> 4 & 0xF)).append(DIGITS.charAt(bytes[at] & 0xF));
        }
    }

    private static char printable(byte b) {
        return b >= ' ' && b <= '~' ? (char) b : '.';
    }
}

package io.github.isostress.message;

import java.util.BitSet;

/** Shows bytes in rows of sixteen: offset, hex digits, printable ASCII. */
final class HexDump {
    private static final int ROW = 16;
    private static final String DIGITS = "0123456789ABCDEF";

    private HexDump() {}

    /**
     * The dump.
     *
     * @param bytes what to show
     * @param hidden the offsets of bytes of which only the presence is shown
     */
    static String of(byte[] bytes, BitSet hidden) {
        StringBuilder dump = new StringBuilder(bytes.length * 5 + 80);
        for (int row = 0; row < bytes.length; row += ROW) {
            int end = Math.min(row + ROW, bytes.length);
            offset(dump, row);
            for (int i = row; i < row + ROW; i++) {
                dump.append(i % (ROW / 2) == 0 ? "  " : " ");
                hex(dump, bytes, hidden, i, end);
            }
            dump.append("  ");
            for (int i = row; i < end; i++) {
                dump.append(hidden.get(i) ? '*' : printable(bytes[i]));
            }
            dump.append('\n');
        }
        return dump.toString();
    }

    private static void offset(StringBuilder dump, int row) {
        for (int shift = row > 0xFFFF ? 28 : 12; shift >= 0; shift -= 4) {
            dump.append(DIGITS.charAt(row >> shift & 0xF));
        }
    }

    private static void hex(StringBuilder dump, byte[] bytes, BitSet hidden, int i, int end) {
        if (i >= end) {
            dump.append("  ");
        } else if (hidden.get(i)) {
            dump.append("**");
        } else {
            dump.append(DIGITS.charAt(bytes[i] >> 4 & 0xF)).append(DIGITS.charAt(bytes[i] & 0xF));
        }
    }

    private static char printable(byte b) {
        return b >= ' ' && b <= '~' ? (char) b : '.';
    }
}

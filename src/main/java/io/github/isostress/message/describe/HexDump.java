package io.github.isostress.message.describe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** Shows bytes in rows of sixteen: offset, hex digits, printable ASCII. */
final class HexDump {
    /** Bytes in a row. */
    static final int ROW = 16;

    private static final int LONGEST_LINE = 80;
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);

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
        byte[] line = new byte[LONGEST_LINE];
        for (int row = 0; row < bytes.length; row += ROW) {
            int length = line(line, row, bytes, hidden);
            dump.append(new String(line, 0, length, StandardCharsets.ISO_8859_1));
        }
    }

    /** Writes one line; returns how long it is. */
    private static int line(byte[] line, int row, byte[] bytes, BitSet hidden) {
        int end = Math.min(row + ROW, bytes.length);
        int offset = offset(line, row);
        int shown = offset + 3 * ROW + 4;
        Arrays.fill(line, offset, shown, (byte) ' ');
        for (int i = row; i < end; i++) {
            int at = i - row;
            boolean hides = hidden.get(i);
            int digits = offset + 3 * at + (at < ROW / 2 ? 2 : 3);
            line[digits] = hides ? (byte) '*' : digit(bytes[i] >> 4);
            line[digits + 1] = hides ? (byte) '*' : digit(bytes[i]);
            line[shown + at] = hides ? (byte) '*' : printable(bytes[i]);
        }
        int length = shown + end - row;
        line[length] = '\n';
        return length + 1;
    }

    /** What a row begins with. */
    static String offset(int row) {
        byte[] offset = new byte[8];
        return new String(offset, 0, offset(offset, row), StandardCharsets.ISO_8859_1);
    }

    private static int offset(byte[] line, int row) {
        int length = 0;
        for (int shift = row > 0xFFFF ? 28 : 12; shift >= 0; shift -= 4) {
            line[length++] = digit(row >> shift);
        }
        return length;
    }

    /** The two digits of a byte, or two asterisks for a hidden one. */
    static void digits(StringBuilder text, byte[] bytes, BitSet hidden, int at) {
        if (hidden.get(at)) {
            text.append("**");
        } else {
            text.append((char) digit(bytes[at] >> 4)).append((char) digit(bytes[at]));
        }
    }

    /** Of the lowest four bits. */
    private static byte digit(int nibble) {
        return DIGITS[nibble & 0xF];
    }

    private static byte printable(byte b) {
        return b >= ' ' && b <= '~' ? b : (byte) '.';
    }
}

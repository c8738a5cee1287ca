package io.github.isostress.message.describe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** Writes bytes in rows as {@link HexDumpRow} has them; {@link HexDumpReader} reads them. Stateless and thread-safe. */
final class HexDumpWriter {
    private static final int LONGEST_LINE = 80;
    private static final int CHARACTERS_A_BYTE = 5;
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);

    private HexDumpWriter() {}

    /**
     * Writes a whole dump.
     *
     * @param hidden the offsets of bytes that are shown as asterisks
     */
    static String of(byte[] bytes, BitSet hidden) {
        StringBuilder dump = new StringBuilder(capacity(bytes.length));
        write(dump, bytes, hidden);
        return dump.toString();
    }

    /** About how many characters a dump takes. */
    static int capacity(int bytes) {
        return CHARACTERS_A_BYTE * bytes + LONGEST_LINE;
    }

    /** Appends a dump to a text; see {@link #of}. */
    static void write(StringBuilder dump, byte[] bytes, BitSet hidden) {
        byte[] line = new byte[LONGEST_LINE];
        for (int row = 0; row < bytes.length; row += HexDumpRow.BYTES) {
            int length = writeRow(line, row, bytes, hidden);
            dump.append(new String(line, 0, length, StandardCharsets.ISO_8859_1));
        }
    }

    /** Returns how long the line is. */
    private static int writeRow(byte[] line, int row, byte[] bytes, BitSet hidden) {
        int count = Math.min(HexDumpRow.BYTES, bytes.length - row);
        int offsetDigits = writeOffset(line, row);
        int characters = HexDumpRow.characterColumn(offsetDigits, 0);
        Arrays.fill(line, offsetDigits, characters, (byte) ' ');
        for (int at = 0; at < count; at++) {
            byte value = bytes[row + at];
            boolean hides = hidden.get(row + at);
            int hex = HexDumpRow.hexColumn(offsetDigits, at);
            line[hex] = hides ? (byte) '*' : digit(value >> 4);
            line[hex + 1] = hides ? (byte) '*' : digit(value);
            line[characters + at] = hides ? (byte) '*' : printable(value);
        }
        line[characters + count] = '\n';
        return characters + count + 1;
    }

    /** What a row begins with. */
    static String offset(int row) {
        byte[] line = new byte[LONGEST_LINE];
        return new String(line, 0, writeOffset(line, row), StandardCharsets.ISO_8859_1);
    }

    private static int writeOffset(byte[] line, int row) {
        int digits = HexDumpRow.offsetDigits(row);
        for (int at = 0; at < digits; at++) {
            line[at] = digit(row >> 4 * (digits - 1 - at));
        }
        return digits;
    }

    /** Appends the two hex digits of a byte, or two asterisks for a hidden one. */
    static void writeByte(StringBuilder text, byte[] bytes, BitSet hidden, int at) {
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

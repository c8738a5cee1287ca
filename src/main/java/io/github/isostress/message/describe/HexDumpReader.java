package io.github.isostress.message.describe;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.HexFormat;

/** Reads what {@link HexDump} has written, row by row. Used by one thread. */
final class HexDumpReader {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BitSet hidden = new BitSet();

    /** Takes a line if it is the next row; else nothing happens. */
    boolean take(String line) {
        String offset = HexDump.offset(bytes.size());
        if (bytes.size() % HexDump.ROW != 0 || !line.startsWith(offset + "  ")) {
            return false;
        }
        int count = 0;
        while (count < HexDump.ROW && isByte(line, column(offset, count))) {
            count++;
        }
        for (int i = 0; i < count; i++) {
            add(line, column(offset, i));
        }
        return count > 0;
    }

    private static int column(String offset, int number) {
        return offset.length() + 2 + 3 * number + number / (HexDump.ROW / 2);
    }

    private static boolean isByte(String line, int at) {
        return line.length() >= at + 2
                && line.charAt(at - 1) == ' '
                && (isHidden(line, at)
                        || HexFormat.isHexDigit(line.charAt(at)) && HexFormat.isHexDigit(line.charAt(at + 1)));
    }

    private static boolean isHidden(String line, int at) {
        return line.startsWith("**", at);
    }

    private void add(String line, int at) {
        if (isHidden(line, at)) {
            hidden.set(bytes.size());
            bytes.write(0);
        } else {
            bytes.write(HexFormat.fromHexDigits(line, at, at + 2));
        }
    }

    ShownBytes bytes() {
        return new ShownBytes(bytes.toByteArray(), hidden);
    }
}

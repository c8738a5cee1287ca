package io.github.isostress.message.describe;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.HexFormat;

/** Reads what {@link HexDumpWriter} has written, row by row. Used by one thread. */
final class HexDumpReader {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BitSet hidden = new BitSet();

    /** Takes a line if it is the next row; else does nothing. */
    boolean take(String line) {
        String offset = HexDumpWriter.offset(bytes.size());
        if (bytes.size() % HexDumpRow.BYTES != 0 || !line.startsWith(offset + "  ")) {
            return false;
        }
        int count = 0;
        while (count < HexDumpRow.BYTES && isByte(line, HexDumpRow.hexColumn(offset.length(), count))) {
            count++;
        }
        for (int at = 0; at < count; at++) {
            add(line, HexDumpRow.hexColumn(offset.length(), at));
        }
        return count > 0;
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

    boolean isEmpty() {
        return bytes.size() == 0;
    }

    /** The rows taken; a hidden byte is 0. */
    ShownBytes bytes() {
        return new ShownBytes(bytes.toByteArray(), hidden);
    }
}

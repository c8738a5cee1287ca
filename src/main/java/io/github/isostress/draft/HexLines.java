package io.github.isostress.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Writes a captured message as a template's {@code hex} lines. Stateless and thread-safe. */
final class HexLines {
    private static final int ROW = 32;
    private static final int GROUP = 8;

    private HexLines() {}

    /** Lines of 32 bytes in groups of eight. */
    static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < bytes.length; row += ROW) {
            StringBuilder line = new StringBuilder("hex");
            int end = Math.min(row + ROW, bytes.length);
            for (int group = row; group < end; group += GROUP) {
                byte[] piece = Arrays.copyOfRange(bytes, group, Math.min(group + GROUP, end));
                line.append(' ').append(HexFormat.of().withUpperCase().formatHex(piece));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    static String of(byte[] bytes) {
        return String.join("\n", lines(bytes)) + "\n";
    }
}

package io.github.isostress.draft;

import java.util.List;
import java.util.regex.Pattern;

/** The bytes that a dump shows, whichever tool wrote it. Stateless and thread-safe. */
final class HexDumpText {
    /** As hexdump without -C and od -x write it: seven digits, then words of two bytes in the machine's order. */
    private static final Pattern SWAPPED = Pattern.compile("0{7}\\s+[0-9A-Fa-f]{4}\\s.*");

    private HexDumpText() {}

    /** Whether there are rows with offsets, be there other words around them. */
    static boolean hasOffsets(String pasted) {
        return new OffsetDump(PastedLine.of(pasted)).isOne();
    }

    /**
     * What the bytes can be, the likeliest first.
     *
     * @return at least one, none of them empty
     * @throws IllegalArgumentException with one clear sentence if the text is no dump
     */
    static List<byte[]> read(String pasted) {
        List<PastedLine> lines = PastedLine.of(pasted);
        if (!lines.isEmpty() && SWAPPED.matcher(lines.get(0).text().strip()).matches()) {
            throw lines.get(0).refusal("this form of dump swaps bytes; use hexdump -C or xxd");
        }
        OffsetDump dump = new OffsetDump(lines);
        List<byte[]> found = dump.isOne() ? List.of(dump.bytes()) : PlainDigits.read(lines);
        if (found.get(0).length == 0) {
            throw new IllegalArgumentException("there are no hex digits");
        }
        return found;
    }
}

package io.github.isostress.draft;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the bytes that a dump shows, of any common tool. Stateless and thread-safe. */
final class DumpReader {
    /** The form of hexdump without -C and of od -x: seven digits, then words of two bytes in the machine's order. */
    private static final Pattern SWAPPED = Pattern.compile("0{7}\\s+[0-9A-Fa-f]{4}\\s.*");

    private static final byte[] NO_MESSAGE = {};

    private DumpReader() {}

    /**
     * The possible contents, the likeliest first.
     *
     * @return at least one, the first not empty; an empty one says that there may be several messages
     * @throws IllegalArgumentException with one clear sentence if the text is no dump
     */
    static List<byte[]> read(String pasted) {
        List<byte[]> found = EscapedLiteral.read(pasted).orElseGet(() -> digits(pasted));
        if (found.get(0).length == 0) {
            throw new IllegalArgumentException("there are no hex digits");
        }
        return found;
    }

    private static List<byte[]> digits(String pasted) {
        List<PastedLine> rows = PastedLine.of(pasted);
        if (!rows.isEmpty() && SWAPPED.matcher(rows.get(0).text().strip()).matches()) {
            throw rows.get(0).refusal("this form of dump swaps bytes; use hexdump -C or xxd");
        }
        OffsetDumpReader dump = new OffsetDumpReader(rows);
        if (dump.isOne()) {
            return List.of(dump.bytes());
        }
        List<PastedLine> lines = PastedLine.withWords(pasted);
        return NumberList.read(pasted)
                .or(() -> PlainDigits.read(lines).map(found -> orSeveral(rows, found)))
                .or(() -> new DigitsAmongWords(lines).read().map(found -> orSeveral(rows, found)))
                .orElseThrow(() -> PlainDigits.refusal(lines));
    }

    /** Adds an empty content if each row may be a message. */
    private static List<byte[]> orSeveral(List<PastedLine> rows, List<byte[]> found) {
        return MessageRows.areIn(rows)
                ? Stream.concat(found.stream(), Stream.of(NO_MESSAGE)).toList()
                : found;
    }
}

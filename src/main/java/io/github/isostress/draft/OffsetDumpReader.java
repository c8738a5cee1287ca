package io.github.isostress.draft;

import io.github.isostress.message.describe.HexDumpRow;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads a dump whose rows begin with an offset, as Wireshark, tcpdump -X, xxd, hexdump -C, od, Netty, jPOS and this
 * plugin's samples write it. The offsets tell how many bytes a row has, so that text after the bytes is not read as
 * bytes. For one text.
 */
final class OffsetDumpReader {
    /** Two blanks or a sign must follow the offset; with one blank it may be bytes. */
    private static final Pattern ROW =
            Pattern.compile("\\s*[|\\[(]?(?:0[xX])?([0-9A-Fa-f]{4,8})(?:\\s*[:|\\])-]\\s*|[ ]{2,}|\\t\\s*|$)(.*)");

    /** The form of od: one blank; only offsets that fit tell it from bytes. */
    private static final Pattern NARROW_ROW = Pattern.compile("([0-9A-Fa-f]{6,8})(?: |$)(.*)");

    private static final Pattern ONLY_BYTES = Pattern.compile("[0-9A-Fa-f\\s]+");
    private static final int LONGEST_ROW = 64;
    private static final int USUAL_ROW = HexDumpRow.BYTES;
    /** The most bytes; by default no framing takes more. */
    private static final int LONGEST_DUMP = 100_000;

    /** hexdump writes * for rows equal to the row before. */
    private static final String REPEATED = "*";

    private final List<PastedLine> lines;
    private final List<OffsetRow> rows = new ArrayList<>();

    /** A row, and whether equal rows are left out after it. */
    private record OffsetRow(PastedLine line, String offset, DumpRow bytes, boolean repeated) {
        long offset(int radix) {
            return Long.parseLong(offset, radix);
        }
    }

    OffsetDumpReader(List<PastedLine> lines) {
        this.lines = lines;
        read(ROW);
        if (!isOne()) {
            rows.clear();
            read(NARROW_ROW);
            if (rows.size() < 2 || fittingRadix().isEmpty()) {
                rows.clear();
            }
        }
    }

    private void read(Pattern form) {
        for (PastedLine line : lines) {
            Matcher match = form.matcher(line.text());
            if (match.matches()) {
                DumpRow bytes = new DumpRow(line, match.start(2));
                // A word before the dump, such as a length, may look like an offset.
                if (!rows.isEmpty() || !bytes.isEmpty()) {
                    rows.add(new OffsetRow(line, match.group(1), bytes, false));
                }
            } else if (!rows.isEmpty() && line.text().strip().equals(REPEATED)) {
                OffsetRow last = rows.remove(rows.size() - 1);
                rows.add(new OffsetRow(last.line(), last.offset(), last.bytes(), true));
            }
        }
    }

    /** Whether the text is such a dump: its first offset is 0, and bytes follow it. */
    boolean isOne() {
        return !rows.isEmpty()
                && rows.get(0).offset().chars().allMatch(digit -> digit == '0')
                && !rows.get(0).bytes().isEmpty();
    }

    /**
     * @throws IllegalArgumentException naming the line in which something is missing
     */
    byte[] bytes() {
        requireRows();
        int radix = radix();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int width = USUAL_ROW;
        for (int i = 0; i < rows.size() - 1; i++) {
            OffsetRow row = rows.get(i);
            int until = (int) (rows.get(i + 1).offset(radix) - row.offset(radix));
            width = row.repeated() ? Math.min(width, until) : until;
            byte[] piece = row.bytes().read(width);
            for (int filled = 0; filled < until; filled += width) {
                bytes.write(piece, 0, Math.min(width, until - filled));
            }
        }
        OffsetRow last = rows.get(rows.size() - 1);
        if (!last.bytes().isEmpty()) {
            bytes.writeBytes(last.bytes().readLast(rows.size() == 1 ? LONGEST_ROW : Math.max(width, USUAL_ROW)));
        }
        return bytes.toByteArray();
    }

    /** Lines of words between the rows are skipped; lines of bytes are refused. */
    private void requireRows() {
        int first = rows.get(0).line().number();
        Set<PastedLine> withOffset = rows.stream().map(OffsetRow::line).collect(Collectors.toSet());
        for (PastedLine line : lines) {
            if (line.number() > first
                    && !withOffset.contains(line)
                    && ONLY_BYTES.matcher(line.text()).matches()) {
                throw line.refusal("these bytes have no offset in front of them, as the other lines have");
            }
        }
    }

    private OptionalInt fittingRadix() {
        return IntStream.of(16, 10, 8)
                .filter(radix -> broken(radix) < 0 && fits(radix))
                .findFirst();
    }

    private int radix() {
        OptionalInt fitting = fittingRadix();
        if (fitting.isPresent()) {
            return fitting.getAsInt();
        }
        int broken = broken(16);
        if (broken < 0) {
            return 16;
        }
        OffsetRow row = rows.get(broken);
        throw row.line()
                .refusal(
                        row.offset(16) == 0
                                ? "the dump begins again at offset 0; paste one message at a time"
                                : "its offset does not follow from the line before");
    }

    /** The first row whose offset is not after the one before, or too far after it; -1 if there is none. */
    private int broken(int radix) {
        for (int i = 0; i < rows.size(); i++) {
            OffsetRow row = rows.get(i);
            if (row.offset().chars().anyMatch(digit -> Character.digit(digit, radix) < 0)) {
                return i;
            }
            if (i == 0) {
                continue;
            }
            long distance = row.offset(radix) - rows.get(i - 1).offset(radix);
            if (distance <= 0
                    || distance > LONGEST_ROW && !rows.get(i - 1).repeated()
                    || row.offset(radix) > LONGEST_DUMP) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the rows have as many bytes as their offsets say. */
    private boolean fits(int radix) {
        for (int i = 1; i < rows.size(); i++) {
            OffsetRow before = rows.get(i - 1);
            long distance = rows.get(i).offset(radix) - before.offset(radix);
            if (!before.repeated() && !before.bytes().canHold((int) distance)) {
                return false;
            }
        }
        return true;
    }
}

package io.github.isostress.draft;

import io.github.isostress.words.Plural;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/** The part of a dump's row after the offset: bytes in groups, then perhaps their ASCII form. Immutable. */
final class DumpRow {
    /** openssl writes - between the eighth and the ninth byte. */
    private static final Pattern GROUP = Pattern.compile("\\G(?:\\s*+|-)([0-9A-Fa-f]{2,}+)(?=[\\s|-]|$)");

    private static final String MASK = "**";
    private static final String FRAME = "|";

    private final PastedLine line;
    private final int start;
    private final String text;
    /** For each group: how many bytes end with it, and where it ends in the text. */
    private final List<int[]> ends = new ArrayList<>();

    private final StringBuilder digits = new StringBuilder();

    /**
     * @param start where in the line the bytes begin
     */
    DumpRow(PastedLine line, int start) {
        this.line = line;
        this.start = start;
        this.text = line.text().substring(start);
        Matcher group = GROUP.matcher(text);
        while (group.find() && group.group(1).length() % 2 == 0) {
            digits.append(group.group(1));
            ends.add(new int[] {digits.length() / 2, group.end()});
        }
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    /** Whether some of the row's groups are this many bytes. */
    boolean canHold(int count) {
        return ends.stream().anyMatch(end -> end[0] == count);
    }

    /**
     * The bytes of a row whose length the next offset tells.
     *
     * @throws IllegalArgumentException if the row has fewer
     */
    byte[] read(int count) {
        if (!canHold(count)) {
            int there = ends.isEmpty() ? 0 : ends.get(ends.size() - 1)[0];
            throw refusal(Plural.of(count, "byte is", "bytes are") + " expected, as the next offset tells, and "
                    + Plural.of(there, "is there", "are there"));
        }
        return bytes(count);
    }

    private byte[] bytes(int count) {
        return HexFormat.of().parseHex(digits.substring(0, 2 * count));
    }

    private IllegalArgumentException refusal(String rule) {
        return behind(ends.size() - 1).strip().startsWith(MASK) ? line.maskedRefusal() : line.refusal(rule);
    }

    /**
     * The bytes of the last row: those before their ASCII form, or all.
     *
     * @param most how many bytes a row has at most
     * @throws IllegalArgumentException if their end cannot be told
     */
    byte[] readLast(int most) {
        int last = -1;
        for (int i = 0; i < ends.size() && ends.get(i)[0] <= most; i++) {
            last = i;
            if (isSetOff(behind(i)) && isAscii(behind(i), bytes(ends.get(i)[0]))) {
                return bytes(ends.get(i)[0]);
            }
        }
        if (last < 0) {
            throw refusal("there are no bytes behind its offset");
        }
        String behind = behind(last);
        boolean foreign = isSetOff(behind)
                && !behind.strip().startsWith(MASK)
                && behind.strip().length() <= ends.get(last)[0] + 2;
        if (!behind.isBlank() && !foreign) {
            throw behind.strip().startsWith(MASK)
                    ? line.maskedRefusal()
                    : line.refusal(start + ends.get(last)[1], "here hex digits, or two blanks and text, are expected");
        }
        return bytes(ends.get(last)[0]);
    }

    private String behind(int group) {
        return group < 0 ? text : text.substring(ends.get(group)[1]);
    }

    private static boolean isSetOff(String behind) {
        return behind.startsWith("  ")
                || behind.startsWith("\t")
                || behind.strip().startsWith(FRAME);
    }

    /**
     * Whether a text is the bytes' ASCII form; unprintable bytes may be any character, and outer blanks may be lost.
     */
    private static boolean isAscii(String behind, byte[] bytes) {
        StringBuilder own = new StringBuilder();
        for (byte b : bytes) {
            own.append(b >= ' ' && b <= '~' ? (char) b : '\0');
        }
        String text = StringUtils.strip(behind.strip().replaceAll("^\\||\\|$", ""), " ");
        String expected = StringUtils.strip(own.toString(), " ");
        if (text.length() != expected.length() || text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (expected.charAt(i) != '\0' && expected.charAt(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

package io.github.isostress.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a dump.
 *
 * @param number from 1
 * @param text the line; blanks replace a time stamp and the words after it, so that columns stay the same
 */
record PastedLine(int number, String text) {
    private static final String TIME = "\\d\\d:\\d\\d:\\d\\d";
    private static final String FRACTION = "[.,]\\d{1,9}";
    private static final String DATE = "(?:\\d{4}[-/.]\\d\\d[-/.]\\d\\d|\\d\\d[-/.]\\d\\d[-/.]\\d{4}"
            + "|\\d{1,2}[ /-]\\p{L}{3}[ /-]\\d{4}|\\p{L}{3} [ \\d]\\d|\\d{8})";
    /** Without date and fraction, 10:11:12 may be bytes, unless the rest of the line has no colons. */
    private static final Pattern TIME_STAMP =
            Pattern.compile("\\s*\\[?(?:" + DATE + "[T :]" + TIME + "(?:" + FRACTION + ")?|"
                    + TIME + FRACTION + "|(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?=\\]?\\s++\\S++(?<!:)(?:\\s[^:]*+)?$))"
                    + "(?:Z| ?[+-]\\d\\d:?\\d\\d)?\\]?(?=[\\s:-]|$)");

    private static final Pattern FIRST_BYTES = Pattern.compile("(?:0[xX])?[0-9A-Fa-f]{2,}+:?");
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** The lines of a text that are not blank. */
    static List<PastedLine> of(String pasted) {
        return lines(pasted, PastedLine::withoutTimeStamp);
    }

    /** As {@link #of}, but blanks replace only the time stamp; the words after it stay. */
    static List<PastedLine> withWords(String pasted) {
        return lines(pasted, line -> {
            Matcher stamp = TIME_STAMP.matcher(line);
            return stamp.lookingAt() ? " ".repeat(stamp.end()) + line.substring(stamp.end()) : line;
        });
    }

    private static List<PastedLine> lines(String pasted, UnaryOperator<String> withoutStamp) {
        List<PastedLine> lines = new ArrayList<>();
        int number = 0;
        // Web pages and word processors use no-break spaces.
        for (String raw : pasted.replace('\u00a0', ' ').split("\\R", -1)) {
            number++;
            String text = withoutStamp.apply(raw);
            if (!text.isBlank()) {
                lines.add(new PastedLine(number, text));
            }
        }
        return lines;
    }

    private static String withoutTimeStamp(String line) {
        Matcher stamp = TIME_STAMP.matcher(line);
        if (!stamp.lookingAt()) {
            return line;
        }
        Matcher word = WORD.matcher(line).region(stamp.end(), line.length());
        while (word.find()) {
            if (FIRST_BYTES.matcher(word.group()).matches()) {
                return " ".repeat(word.start()) + line.substring(word.start());
            }
        }
        return "";
    }

    IllegalArgumentException refusal(String rule) {
        return new IllegalArgumentException("line " + number + ": " + rule);
    }

    IllegalArgumentException refusal(int index, String rule) {
        return new IllegalArgumentException("line " + number + ", character " + (index + 1) + ": " + rule);
    }

    IllegalArgumentException maskedRefusal() {
        return refusal("the dump is masked (**): its bytes are lost");
    }
}

package io.github.isostress.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a dump.
 *
 * @param number from 1
 * @param text the line; a time stamp in front, and the words behind it, are replaced by blanks, so that characters keep
 *     their places
 */
record PastedLine(int number, String text) {
    /** Only with a date or with fractions of a second: 10:11:12 may be bytes, too. */
    private static final Pattern TIME_STAMP = Pattern.compile(
            "\\s*\\[?(?:\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?|\\d\\d:\\d\\d:\\d\\d[.,]\\d{1,9})"
                    + "(?:Z|[+-]\\d\\d:?\\d\\d)?\\]?(?=\\s|$)");

    private static final Pattern FIRST_BYTES = Pattern.compile("(?:0[xX])?[0-9A-Fa-f]{2,}+:?");
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** The lines of a text that are not blank. */
    static List<PastedLine> of(String pasted) {
        List<PastedLine> lines = new ArrayList<>();
        int number = 0;
        // From a web page or a word processor blanks come as such.
        for (String raw : pasted.replace('\u00a0', ' ').split("\\R", -1)) {
            number++;
            String text = withoutTimeStamp(raw);
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

    /** Refuses the line. */
    IllegalArgumentException refusal(String rule) {
        return new IllegalArgumentException("line " + number + ": " + rule);
    }

    /** Refuses a character of the line. */
    IllegalArgumentException refusal(int index, String rule) {
        return new IllegalArgumentException("line " + number + ", character " + (index + 1) + ": " + rule);
    }

    /** Refuses a dump of which some bytes are not shown. */
    IllegalArgumentException masked() {
        return refusal("the dump is masked (**), so that its bytes cannot be had");
    }
}

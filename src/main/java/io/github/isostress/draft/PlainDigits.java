package io.github.isostress.draft;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads hex digits without offsets and words: with blanks, commas, colons or 0x between them, in brackets or quotes, or
 * after the word hex. Stateless and thread-safe.
 */
final class PlainDigits {
    private static final Pattern AROUND = Pattern.compile(
            "^\\s*(?i:hex)(?=[\\s:=])|(?<![0-9A-Fa-f])0[xX](?=[0-9A-Fa-f])|[\\[\\]{},:;=]|[\"'](?!\\s*:)");

    private static final Pattern MARK = Pattern.compile("0[xX]");
    private static final Pattern UNMARKED = Pattern.compile("[\\[{(,;]*[0-9A-Fa-f]{2,}[\\]}),;]*");
    /** A character in source code is a byte, and no hex digit. */
    private static final Pattern CHARACTER = Pattern.compile("'.'");

    private static final Pattern WORD = Pattern.compile("\\S+");

    private PlainDigits() {}

    /**
     * The possible contents, the likeliest first, if the lines hold only digits.
     *
     * @return empty if there are other characters
     * @throws IllegalArgumentException naming the line in which half a byte is missing
     */
    static Optional<List<byte[]>> read(List<PastedLine> lines) {
        if (!lines.stream().allMatch(PlainDigits::isHex)) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (PastedLine line : lines) {
            List<String> words = words(line);
            boolean marked = isMarked(line);
            for (int i = 0; i < words.size(); i++) {
                boolean half = words.get(i).length() % 2 != 0;
                digits.append(marked && words.get(i).length() == 1 ? "0" : "").append(words.get(i));
                if (half && !marked && words.size() > 1 && i < words.size() - 1) {
                    throw line.refusal("word " + (i + 1) + " has an odd number of hex digits");
                }
            }
        }
        if (digits.length() % 2 != 0) {
            throw new IllegalArgumentException("the dump has an odd number of hex digits (" + digits.length() + ")");
        }
        List<byte[]> found = new ArrayList<>(List.of(HexFormat.of().parseHex(digits)));
        found.addAll(new AmbiguousDigits(lines.stream().map(PlainDigits::words).toList()).others());
        return Optional.of(found);
    }

    /** Whether 0x stands before each byte (a single 0 may have one digit), or before all bytes together. */
    private static boolean isMarked(PastedLine line) {
        long marks = MARK.matcher(line.text()).results().count();
        boolean mixed = marks > 1
                && WORD.matcher(line.text())
                        .results()
                        .anyMatch(word -> UNMARKED.matcher(word.group()).matches());
        if (mixed) {
            throw line.refusal("some bytes have 0x in front of them and others have none");
        }
        return marks > 0;
    }

    private static List<String> words(PastedLine line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(bare(line));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** The line with blanks in place of all but digits. */
    private static String bare(PastedLine line) {
        return AROUND.matcher(line.text())
                .replaceAll(around -> " ".repeat(around.group().length()));
    }

    private static boolean isHex(PastedLine line) {
        return !CHARACTER.matcher(line.text()).find()
                && bare(line).chars().allMatch(each -> HexFormat.isHexDigit(each) || Character.isWhitespace(each));
    }

    /** The refusal of the first character that is no hex digit. */
    static IllegalArgumentException refusal(List<PastedLine> lines) {
        for (PastedLine line : lines) {
            String bare = bare(line);
            for (int i = 0; i < bare.length(); i++) {
                char character = bare.charAt(i);
                if (character == '*') {
                    return line.maskedRefusal();
                }
                if (!HexFormat.isHexDigit(character) && !Character.isWhitespace(character)) {
                    return line.refusal(
                            i,
                            "this is no hex digit; paste a hex dump, an array or a text in quotes with its escapes,"
                                    + " jPOS <isomsg> XML, or JSON");
                }
            }
        }
        return new IllegalArgumentException("there are no hex digits");
    }
}

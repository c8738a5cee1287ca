package io.github.isostress.draft;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * Hex digits without offsets and without words: with blanks, commas, colons or 0x between them, in brackets or quotes,
 * or behind the word hex. Stateless and thread-safe.
 */
final class PlainDigits {
    private static final Pattern AROUND = Pattern.compile(
            "^\\s*(?i:hex)(?=[\\s:=])|(?<![0-9A-Fa-f])0[xX](?=[0-9A-Fa-f])|[\\[\\]{},:;=]|[\"'](?!\\s*:)");

    private static final Pattern WORD = Pattern.compile("\\S+");

    private PlainDigits() {}

    /**
     * The bytes, if the lines hold nothing else.
     *
     * @return empty if there are other characters
     * @throws IllegalArgumentException naming the line in which half a byte is missing
     */
    static Optional<byte[]> read(List<PastedLine> lines) {
        if (!lines.stream().allMatch(PlainDigits::isHex)) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (PastedLine line : lines) {
            List<String> words = words(line);
            boolean marked = StringUtils.containsIgnoreCase(line.text(), "0x");
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
        return Optional.of(HexFormat.of().parseHex(digits));
    }

    private static List<String> words(PastedLine line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(bare(line));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** The line's digits in their places. */
    private static String bare(PastedLine line) {
        return AROUND.matcher(line.text())
                .replaceAll(around -> " ".repeat(around.group().length()));
    }

    private static boolean isHex(PastedLine line) {
        return bare(line).chars().allMatch(each -> HexFormat.isHexDigit(each) || Character.isWhitespace(each));
    }

    /** Refuses the first character that is no hex digit. */
    static IllegalArgumentException refusal(List<PastedLine> lines) {
        for (PastedLine line : lines) {
            String bare = bare(line);
            for (int i = 0; i < bare.length(); i++) {
                char character = bare.charAt(i);
                if (character == '*') {
                    return line.masked();
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

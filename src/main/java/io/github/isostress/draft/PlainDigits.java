package io.github.isostress.draft;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/**
 * Bytes without offsets: hex digits with blanks, commas, colons or 0x between them, behind the word hex, or in the
 * words of a Java or C array. Stateless and thread-safe.
 */
final class PlainDigits {
    private static final Pattern AROUND =
            Pattern.compile("^\\s*(?i:hex)(?=[\\s:=])|\\(byte\\)|new\\s+byte\\s*\\[\\s*\\]"
                    + "|(?:(?:static|final|private|public)\\s+){0,4}+byte\\s*\\[\\s*\\]\\s+\\w+(?=\\s*=)|(?<![0-9A-Fa-f])0[xX](?=[0-9A-Fa-f])|\\\\x|[\\[\\]{},:;=]"
                    + "|(?:\\bb)?[\"'](?!\\s*:)");

    /** MTI and bitmap, and no more bytes beside them. */
    private static final Pattern LONG_RUN =
            Pattern.compile("(?<!\\b(?:[0-9A-Fa-f]{2}){1,16}\\s{1,4})(?<![\\w-])(?:0[xX])?([0-9A-Fa-f]{20,}+)"
                    + "(?![\\w-]|\\s{1,4}(?:[0-9A-Fa-f]{2})++\\b)");

    private static final String MASK = "**";

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern DECIMAL = Pattern.compile("0|-?[1-9]\\d{0,2}");
    private static final Pattern LIST = Pattern.compile("[\\[{]\\s*-?\\d{1,3}\\s*,");

    private PlainDigits() {}

    /**
     * What the bytes can be, the likeliest first.
     *
     * @throws IllegalArgumentException naming the line and the character that is no hex digit
     */
    static List<byte[]> read(List<PastedLine> lines) {
        List<byte[]> found = new ArrayList<>();
        List<String> words = words(lines);
        String text = lines.stream().map(PastedLine::text).collect(Collectors.joining("\n"));
        if (LIST.matcher(text).find() && words.stream().allMatch(PlainDigits::isDecimalByte)) {
            found.add(decimal(words));
            if (words.stream().anyMatch(word -> word.length() != 2 || word.startsWith("-"))) {
                return found;
            }
        }
        try {
            lines.forEach(PlainDigits::requireHex);
        } catch (IllegalArgumentException e) {
            found.add(amongWords(text).orElseThrow(() -> e));
            return found;
        }
        found.add(hex(text, words));
        return found;
    }

    private static byte[] hex(String text, List<String> words) {
        boolean single = StringUtils.containsIgnoreCase(text, "0x");
        StringBuilder digits = new StringBuilder();
        for (String word : words) {
            digits.append(single && word.length() == 1 ? "0" : "").append(word);
        }
        if (digits.length() % 2 != 0) {
            throw new IllegalArgumentException("the dump has an odd number of hex digits (" + digits.length() + ")");
        }
        return HexFormat.of().parseHex(digits);
    }

    /** The only long run of hex digits in a text that has words, too, as a line of a log or of source code has it. */
    private static Optional<byte[]> amongWords(String text) {
        List<String> runs = LONG_RUN.matcher(text)
                .results()
                .map(run -> run.group(1))
                .filter(run -> run.length() % 2 == 0)
                .toList();
        return runs.size() == 1 && !text.contains(MASK)
                ? Optional.of(HexFormat.of().parseHex(runs.get(0)))
                : Optional.empty();
    }

    private static List<String> words(List<PastedLine> lines) {
        List<String> words = new ArrayList<>();
        for (PastedLine line : lines) {
            Matcher word = WORD.matcher(bare(line));
            while (word.find()) {
                words.add(word.group());
            }
        }
        return words;
    }

    /** The line's digits in their places. */
    private static String bare(PastedLine line) {
        return AROUND.matcher(line.text())
                .replaceAll(around -> " ".repeat(around.group().length()));
    }

    private static void requireHex(PastedLine line) {
        String bare = bare(line);
        for (int i = 0; i < bare.length(); i++) {
            char character = bare.charAt(i);
            if (character == '*') {
                throw line.masked();
            }
            if (!HexFormat.isHexDigit(character) && !Character.isWhitespace(character)) {
                throw line.refusal(i, "this is no hex digit; paste a hex dump, jPOS <isomsg> XML, or JSON");
            }
        }
    }

    private static boolean isDecimalByte(String word) {
        return DECIMAL.matcher(word).matches()
                && Integer.parseInt(word) >= Byte.MIN_VALUE
                && Integer.parseInt(word) <= 0xFF;
    }

    private static byte[] decimal(List<String> words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        words.forEach(word -> bytes.write(Integer.parseInt(word)));
        return bytes.toByteArray();
    }
}

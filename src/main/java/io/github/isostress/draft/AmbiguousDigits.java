package io.github.isostress.draft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.ArrayUtils;

/** The other contents; mostly there are none. */
final class AmbiguousDigits {
    private static final Pattern DECIMAL = Pattern.compile("[1-9]\\d");
    /** The digits of an MTI as decimal numbers; read as hex they would be letters. */
    private static final Pattern DECIMAL_DIGIT = Pattern.compile("4[89]|5[0-7]");

    private static final Pattern BINARY = Pattern.compile("[01]{8}");
    /** Seconds since 1970, from 2017 to 2033. */
    private static final Pattern EPOCH = Pattern.compile("1[5-9]\\d{8}");

    private static final int MTI = 4;
    /** Fewer words are not a message. */
    private static final int FEWEST = 10;

    private final List<List<String>> lines;
    private final List<String> words;

    /**
     * @param lines each a list of words of hex digits
     */
    AmbiguousDigits(List<List<String>> lines) {
        this.lines = lines;
        this.words = lines.stream().flatMap(List::stream).toList();
    }

    /** The other readings; mostly there are none. */
    List<byte[]> others() {
        List<byte[]> others = new ArrayList<>();
        numbers().ifPresent(others::add);
        if (words.size() > 1 && EPOCH.matcher(words.get(0)).matches()) {
            others.add(bytes(words.subList(1, words.size())));
        }
        if (areNumbered()) {
            others.add(bytes(lines.stream().flatMap(line -> line.stream().skip(1))));
        }
        if (haveText()) {
            others.add(bytes(lines.stream().flatMap(line -> line.stream().limit(line.size() - 1L))));
        }
        others.removeIf(each -> each.length == 0);
        return others;
    }

    private Optional<byte[]> numbers() {
        if (words.size() < FEWEST) {
            return Optional.empty();
        }
        if (words.stream().allMatch(word -> BINARY.matcher(word).matches())) {
            return Optional.of(numbers(2));
        }
        boolean decimal = words.stream().allMatch(word -> DECIMAL.matcher(word).matches())
                && words.stream()
                        .limit(MTI)
                        .allMatch(word -> DECIMAL_DIGIT.matcher(word).matches());
        return decimal ? Optional.of(numbers(10)) : Optional.empty();
    }

    private byte[] numbers(int radix) {
        return ArrayUtils.toPrimitive(
                words.stream().map(word -> (byte) Integer.parseInt(word, radix)).toArray(Byte[]::new));
    }

    private boolean areNumbered() {
        return lines.size() > 1
                && lines.stream().allMatch(line -> line.size() > 1)
                && IntStream.of(0, 1)
                        .anyMatch(first -> IntStream.range(0, lines.size())
                                .allMatch(i -> lines.get(i).get(0).equals("%02d".formatted(first + i))));
    }

    private boolean haveText() {
        return lines.stream().allMatch(AmbiguousDigits::hasText);
    }

    /** Whether the last word is the ASCII form of the bytes before it, apart from an offset. */
    private static boolean hasText(List<String> line) {
        String front = String.join("", line.subList(0, line.size() - 1));
        String text = line.get(line.size() - 1);
        int digits = 2 * text.length();
        boolean offset = front.length() == digits || line.get(0).length() == front.length() - digits;
        return text.length() > 1
                && digits <= front.length()
                && offset
                && front.substring(front.length() - digits)
                        .equalsIgnoreCase(HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] bytes(Stream<String> words) {
        return bytes(words.toList());
    }

    private static byte[] bytes(List<String> words) {
        String digits = String.join("", words);
        return digits.length() % 2 == 0 ? HexFormat.of().parseHex(digits) : new byte[0];
    }
}

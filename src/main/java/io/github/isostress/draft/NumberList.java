package io.github.isostress.draft;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.StringUtils;

/**
 * Reads an array of source code, in brackets or braces with commas: {@code 0x30}, {@code (byte) 0x80}, {@code 48},
 * {@code -128}, {@code '0'}, or two hex digits for each byte. Stateless and thread-safe.
 */
final class NumberList {
    private static final String NUMBER =
            "(?:'[ -&(-\\[\\]-~]'|(?:\\(byte\\)\\s*+)?(?:0[xX][0-9A-Fa-f]{1,2}|[0-9A-Fa-f]{2}|-?\\d{1,3})"
                    + "(?:_?[uU]8?|[lL]|\\.toByte\\(\\))?(?!\\w))";
    private static final Pattern LIST =
            Pattern.compile("[\\[{(]\\s*+(" + NUMBER + "(?:\\s*+,\\s*+" + NUMBER + ")++)\\s*+,?\\s*+[\\]})]");
    private static final Pattern EACH = Pattern.compile(NUMBER);
    private static final Pattern TYPE = Pattern.compile("\\(byte\\)\\s*|_?[uU]8?$|[lL]$|\\.toByte\\(\\)$");
    private static final Pattern DECIMAL = Pattern.compile("0|-?[1-9]\\d{0,2}");
    private static final String HEX = "0x";
    private static final String QUOTE = "'";
    /** Fewer numbers among words are not a message. */
    private static final int FEWEST = 10;

    private NumberList() {}

    /**
     * The possible contents, the likeliest first; empty if the text has no such array.
     *
     * @throws IllegalArgumentException with one clear sentence if there are several, or a number is no byte
     */
    static Optional<List<byte[]>> read(String pasted) {
        List<List<String>> lists = new ArrayList<>();
        Matcher list = LIST.matcher(pasted);
        while (list.find()) {
            List<String> numbers = EACH.matcher(list.group(1))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            if (numbers.size() >= FEWEST || list.group().equals(pasted.strip())) {
                lists.add(numbers);
            }
        }
        if (lists.size() > 1) {
            throw new IllegalArgumentException("there are several lists of numbers; paste one message at a time");
        }
        return lists.stream().findFirst().map(NumberList::bytes);
    }

    private static List<byte[]> bytes(List<String> written) {
        List<String> numbers = new ArrayList<>();
        for (String number : written) {
            numbers.add(TYPE.matcher(number).replaceAll(""));
        }
        boolean marked = numbers.stream().anyMatch(number -> StringUtils.startsWithIgnoreCase(number, HEX));
        boolean pairs = !marked && numbers.stream().allMatch(number -> number.matches("[0-9A-Fa-f]{2}"));
        boolean decimals = numbers.stream().allMatch(NumberList::isDecimalByte);
        List<byte[]> found = new ArrayList<>();
        if (decimals || !pairs) {
            found.add(values(numbers));
        }
        if (pairs) {
            found.add(HexFormat.of().parseHex(String.join("", numbers)));
        }
        return found;
    }

    private static boolean isDecimalByte(String number) {
        return DECIMAL.matcher(number).matches()
                && Integer.parseInt(number) >= Byte.MIN_VALUE
                && Integer.parseInt(number) <= 0xFF;
    }

    private static byte[] values(List<String> numbers) {
        List<Byte> bytes = new ArrayList<>();
        for (String number : numbers) {
            if (StringUtils.startsWithIgnoreCase(number, HEX)) {
                bytes.add((byte) Integer.parseInt(number.substring(2), 16));
            } else if (number.startsWith(QUOTE)) {
                bytes.add((byte) number.charAt(1));
            } else if (isDecimalByte(number)) {
                bytes.add((byte) Integer.parseInt(number));
            } else {
                throw new IllegalArgumentException("number " + (bytes.size() + 1)
                        + " of the list is no byte: write 0x00 to 0xFF, -128 to 255, or two hex digits for each");
            }
        }
        return ArrayUtils.toPrimitive(bytes.toArray(new Byte[0]));
    }
}

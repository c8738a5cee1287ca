package io.github.isostress.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * Some bytes of a message by their place: {@code 4}, {@code 4-5}, {@code 8-end}. Offsets count from 0, from the first
 * byte of the message without its framing. Immutable.
 *
 * @param first the offset of the first byte
 * @param last the offset of the last byte; {@link #TO_THE_END} for that of the message
 */
public record ByteSpan(int first, int last) {
    /** The last byte of the message, wherever it is. */
    public static final int TO_THE_END = Integer.MAX_VALUE;

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,7})(?:-(\\d{1,7}|end))?");
    private static final String END = "end";
    private static final int SHOWN = 12;

    /**
     * Reads a place.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public static ByteSpan parse(String text) {
        Matcher match = SYNTAX.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + StringUtils.abbreviate(text, SHOWN)
                    + "' names no bytes: write an offset from 0 such as 4, a range such as 4-5, or 8-end");
        }
        int first = Integer.parseInt(match.group(1));
        int last = match.group(2) == null ? first : last(match.group(2));
        if (first > last) {
            throw new IllegalArgumentException(text + " ends before it begins");
        }
        return new ByteSpan(first, last);
    }

    private static int last(String text) {
        return text.equals(END) ? TO_THE_END : Integer.parseInt(text);
    }

    /** How many bytes there are; empty if that depends on the message. */
    public Optional<Integer> length() {
        return last == TO_THE_END ? Optional.empty() : Optional.of(last - first + 1);
    }

    /** Whether a message of that many bytes has all of them, and at least one. */
    public boolean isIn(int messageLength) {
        return first < messageLength && (last == TO_THE_END || last < messageLength);
    }

    /** The offset behind the last byte, in a message of that many bytes that has all of them. */
    public int endIn(int messageLength) {
        return Math.min(last, messageLength - 1) + 1;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + (last == TO_THE_END ? END : last);
    }
}

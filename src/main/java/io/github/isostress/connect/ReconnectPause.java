package io.github.isostress.connect;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long to wait before connecting again once a connection was lost or did not come about. Immutable.
 *
 * @param initialMillis before the first attempt after that: 0 to 3,600,000; 0 is no pause ever
 * @param factor by which each further failure in a row makes it longer: 1 to 100
 * @param maximumMillis where it stops growing: at least the initial pause, at most 3,600,000
 * @param jitterPercent by how much it is made shorter or longer at random: 0 to 100
 */
public record ReconnectPause(int initialMillis, double factor, int maximumMillis, int jitterPercent) {
    public static final ReconnectPause NONE = new ReconnectPause(0, 1, 0, 0);

    private static final String SYNTAX =
            "'none' or such as '100 x2 max 10000 jitter 20%' (ms; factor, maximum and jitter may be left out)";
    private static final Pattern TEXT = Pattern.compile(
            "(\\d{1,9})(?: x ?(\\d{1,3}(?:\\.\\d{1,3})?))?(?: max (\\d{1,9}))?(?: jitter (\\d{1,3}) ?%)?");
    private static final int LONGEST = 3_600_000;
    private static final double LARGEST_FACTOR = 100;
    private static final int WHOLE = 100;

    /** Throws an IllegalArgumentException with one clear sentence where a range is left. */
    public ReconnectPause {
        if (initialMillis < 0 || maximumMillis < initialMillis || maximumMillis > LONGEST) {
            throw new IllegalArgumentException("reconnect pause: " + initialMillis + " to at most " + maximumMillis
                    + " ms is not within 0 to " + LONGEST + " ms");
        }
        if (!(factor >= 1 && factor <= LARGEST_FACTOR)) {
            throw new IllegalArgumentException("reconnect pause: factor " + factor + " is outside 1 to 100");
        }
        if (jitterPercent < 0 || jitterPercent > WHOLE) {
            throw new IllegalArgumentException("reconnect pause: jitter " + jitterPercent + " % is outside 0 to 100 %");
        }
    }

    /**
     * Reads {@code none} or such as {@code 100 x2 max 10000 jitter 20%}; blank is {@code none}. What is left out is
     * factor 1, no other maximum than an hour, no jitter.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public static ReconnectPause parse(String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        if (words.isEmpty() || words.equals("none")) {
            return NONE;
        }
        Matcher match = TEXT.matcher(words);
        if (!match.matches()) {
            throw new IllegalArgumentException("reconnect pause '" + words + "' is not " + SYNTAX);
        }
        int initial = Integer.parseInt(match.group(1));
        return new ReconnectPause(
                initial,
                match.group(2) == null ? 1 : Double.parseDouble(match.group(2)),
                match.group(3) == null ? Math.max(initial, LONGEST) : Integer.parseInt(match.group(3)),
                match.group(4) == null ? 0 : Integer.parseInt(match.group(4)));
    }

    /**
     * The pause before the next attempt, in nanoseconds.
     *
     * @param failures how many losses and failed attempts there were in a row, at least 1
     * @param chance 0 to 1: where in the range of the jitter
     */
    public long nanos(int failures, double chance) {
        double grown = Math.min(maximumMillis, initialMillis * Math.pow(factor, failures - 1));
        double shift = jitterPercent * (2 * chance - 1) / WHOLE;
        return (long) (grown * (1 + shift) * TimeUnit.MILLISECONDS.toNanos(1));
    }
}

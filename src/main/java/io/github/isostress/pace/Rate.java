package io.github.isostress.pace;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests a second from a moment on: constant, or rising or falling evenly and constant from then on. Immutable.
 *
 * @param first requests a second at that moment; 0 only where the rate rises from 0, or is unlimited
 * @param last requests a second from {@code seconds} later on; 0 if the rate is unlimited
 * @param seconds how long the change from {@code first} to {@code last} takes, up to a week; 0 if there is none
 */
public record Rate(double first, double last, double seconds) {
    /** As fast as possible: nothing is held back. Written as 0. */
    public static final Rate UNLIMITED = new Rate(0, 0, 0);

    /** The lowest rate, in requests a second: one in 1,000 seconds. */
    public static final double LOWEST = 0.001;

    /** The highest rate, in requests a second. */
    public static final double HIGHEST = 1_000_000;

    private static final double LONGEST_SECONDS = 604_800;
    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)";
    private static final Pattern CONSTANT = Pattern.compile(NUMBER);
    private static final Pattern RAMP =
            Pattern.compile(NUMBER + "\\s+to\\s+" + NUMBER + "\\s+in\\s+" + NUMBER + "\\s*s");
    private static final double NANOS = 1e9;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public Rate {
        if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
            throw new IllegalArgumentException(
                    "a rate changes within 0 to " + plain(LONGEST_SECONDS) + " s, not " + plain(seconds) + " s");
        }
        if (first != 0 || last != 0 || seconds != 0) {
            check(last);
        }
        if (first != 0) {
            check(first);
        }
    }

    private static void check(double rate) {
        if (!(rate >= LOWEST && rate <= HIGHEST)) {
            throw new IllegalArgumentException("rate " + plain(rate) + " is outside " + plain(LOWEST) + " to "
                    + plain(HIGHEST) + " requests a second");
        }
    }

    /** A constant rate; 0 is {@link #UNLIMITED}. */
    public static Rate constant(double perSecond) {
        return new Rate(perSecond, perSecond, 0);
    }

    /**
     * Reads {@code 500}, {@code 0.2}, {@code 100 to 1000 in 60 s}, or {@code 0} for as fast as possible.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public static Rate parse(String text) {
        String stripped = text.strip();
        if (CONSTANT.matcher(stripped).matches()) {
            return constant(Double.parseDouble(stripped));
        }
        Matcher ramp = RAMP.matcher(stripped);
        if (ramp.matches()) {
            return new Rate(
                    Double.parseDouble(ramp.group(1)),
                    Double.parseDouble(ramp.group(2)),
                    Double.parseDouble(ramp.group(3)));
        }
        throw new IllegalArgumentException("'" + stripped
                + "' is no rate: write requests a second, such as 500 or 0.2, or 100 to 1000 in 60 s,"
                + " or 0 for as fast as possible");
    }

    /** Whether nothing is held back. */
    public boolean isUnlimited() {
        return last == 0;
    }

    /**
     * How long after the beginning a number of requests is due.
     *
     * @param requests any number from 0, fractions included
     * @return nanoseconds
     */
    double nanosUntil(double requests) {
        double changed = seconds * (first + last) / 2;
        if (requests >= changed) {
            return (seconds + (requests - changed) / last) * NANOS;
        }
        if (requests <= 0) {
            return 0;
        }
        // The requests until t are first*t + slope*t*t/2; this form of the root is exact for flat slopes, too.
        double slope = (last - first) / seconds;
        return 2 * requests / (first + Math.sqrt(first * first + 2 * slope * requests)) * NANOS;
    }

    /**
     * How many requests are due by a time after the beginning.
     *
     * @param nanos nanoseconds, from 0
     * @return a number with its fraction
     */
    double requestsWithin(double nanos) {
        double time = nanos / NANOS;
        if (time >= seconds) {
            return seconds * (first + last) / 2 + (time - seconds) * last;
        }
        return first * time + (last - first) / seconds * time * time / 2;
    }

    /**
     * The rate at a time after the beginning.
     *
     * @param nanos nanoseconds, from 0
     * @return requests a second
     */
    double at(double nanos) {
        double time = nanos / NANOS;
        return time >= seconds ? last : first + (last - first) / seconds * time;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}

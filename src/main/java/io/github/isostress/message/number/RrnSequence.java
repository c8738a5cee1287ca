package io.github.isostress.message.number;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/**
 * Gives out retrieval reference numbers (DE 37, an12) in the form YDDD and eight digits: the last digit of the year,
 * the day of the year (both UTC), and every step-th of the counts from 0 to 99,999,999, then from the lowest of them
 * again. Counted from the millisecond of the day, no number is given out in two runs of one day that stay below 1,000 a
 * second. Thread-safe.
 */
public final class RrnSequence {
    /** The least count. */
    public static final long LEAST = 0;

    /** The largest count. */
    public static final long LARGEST = 99_999_999;

    /** Above all numbers of the form YDDD. */
    private static final long ALL_DAYS = 10_000;

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private record Day(long number, long digits) {}

    private final Clock clock;
    private final NumberShare share;
    private volatile Day day = new Day(Long.MIN_VALUE, 0);

    /**
     * Numbers dated by a clock, whose counts are as the first one modulo the step.
     *
     * @param first count, 0 to 99,999,999
     * @param step 1 to 99,999,999
     * @throws IllegalArgumentException with one clear sentence if one of them is out of range
     */
    public RrnSequence(Clock clock, long first, long step) {
        this(clock, new NumberShare(LEAST, LARGEST, first, step));
    }

    private RrnSequence(Clock clock, NumberShare share) {
        this.clock = clock;
        this.share = share;
    }

    /** The millisecond of the day. */
    public static long firstAt(Clock clock) {
        return Math.floorMod(clock.millis(), DAY_MILLIS);
    }

    /** A copy; both will give out the next number. */
    public RrnSequence copy() {
        return new RrnSequence(clock, new NumberShare(share));
    }

    /** The next number, twelve digits. */
    public String next() {
        // The digit in front keeps the zeros.
        return String.valueOf(day(clock.millis()) * (LARGEST + 1) + share.next())
                .substring(1);
    }

    /** The day as YDDD. */
    private long day(long millis) {
        long number = Math.floorDiv(millis, DAY_MILLIS);
        Day known = day;
        if (known.number() != number) {
            LocalDate date = LocalDate.ofEpochDay(number);
            known = new Day(number, ALL_DAYS + date.getYear() % 10 * 1_000L + date.getDayOfYear());
            day = known;
        }
        return known.digits();
    }
}

package io.github.isostress.message;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives out retrieval reference numbers (DE 37, an12) in the form YDDD and eight digits: the last digit of the year,
 * the day of the year (both UTC), and a count that starts at the millisecond of the day. No number is given out twice
 * in 100 million, nor in two runs of one day that stay below 1,000 a second. Thread-safe.
 */
public final class RrnSequence {
    private static final long ROUND = 100_000_000L;

    /** Above all numbers of the form YDDD. */
    private static final long ALL_DAYS = 10_000;

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private record Day(long number, long digits) {}

    private final Clock clock;
    private volatile Day day = new Day(Long.MIN_VALUE, 0);
    private final AtomicLong next = new AtomicLong();

    /** Numbers dated by this clock. */
    public RrnSequence(Clock clock) {
        this.clock = clock;
        reset();
    }

    /** The next number, twelve digits. */
    public String next() {
        // The digit in front keeps the zeros.
        return String.valueOf(day(clock.millis()) * ROUND + next.getAndIncrement() % ROUND)
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

    /** Begins again at the present millisecond of the day. */
    public void reset() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        next.set(now.toLocalTime().getLong(ChronoField.MILLI_OF_DAY));
    }
}

package io.github.isostress.message;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives out retrieval reference numbers (DE 37, an12) in the form YDDD and eight digits: the last digit of the year,
 * the day of the year (both UTC), and a count that starts at the millisecond of the day. No number is given out twice
 * in 100 million, nor in two runs of one day that stay below 1,000 a second. Thread-safe.
 */
public final class RrnSequence {
    private static final long ROUND = 100_000_000L;

    private final Clock clock;
    private final AtomicLong next = new AtomicLong();

    /** Numbers dated by this clock. */
    public RrnSequence(Clock clock) {
        this.clock = clock;
        reset();
    }

    /** The next number, twelve digits. */
    public String next() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return String.format(
                Locale.ROOT, "%d%03d%08d", now.getYear() % 10, now.getDayOfYear(), next.getAndIncrement() % ROUND);
    }

    /** Begins again at the present millisecond of the day. */
    public void reset() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        next.set(now.toLocalTime().getLong(ChronoField.MILLI_OF_DAY));
    }
}

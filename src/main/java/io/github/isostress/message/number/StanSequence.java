package io.github.isostress.message.number;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Gives out systems trace audit numbers (DE 11, n6): every step-th of 000001 to 999999, then from the lowest of them
 * again, each once to whichever thread asks. Thread-safe.
 */
public final class StanSequence {
    /** The least number. */
    public static final int LEAST = 1;

    /** The largest number. */
    public static final int LARGEST = 999_999;

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final NumberShare share;

    /**
     * All numbers that are as the first one modulo the step: sequences of one step with first numbers that differ by
     * less than it never give out the same number.
     *
     * @param first 1 to 999,999
     * @param step 1 to 999,999
     * @throws IllegalArgumentException with one clear sentence if one of them is out of range
     */
    public StanSequence(long first, long step) {
        this.share = new NumberShare(LEAST, LARGEST, first, step);
    }

    private StanSequence(NumberShare share) {
        this.share = share;
    }

    /** The number for a time of the day: 1,000 a second, so that what begins later begins with another one. */
    public static long firstAt(Clock clock) {
        return LEAST + Math.floorMod(clock.millis(), DAY_MILLIS) % LARGEST;
    }

    /** A copy; both will give out the next number. */
    public StanSequence copy() {
        return new StanSequence(new NumberShare(share));
    }

    /** The next number, six digits. */
    public String next() {
        // The digit in front keeps the zeros.
        return String.valueOf(LARGEST + 1 + share.next()).substring(1);
    }
}

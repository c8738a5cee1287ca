package io.github.isostress.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions that another thread makes true. */
public final class Await {
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private static final int[] GROWING_MILLIS = {400, 4_000, 40_000, 120_000};

    private Await() {}

    /** What happens within a time. */
    @FunctionalInterface
    public interface Scenario {
        /**
         * Checks what happened.
         *
         * @return false if the time was up before the other end had done its part, so that there was nothing to check
         */
        boolean happened(int millis) throws Exception;
    }

    /**
     * Plays a scenario whose time must not be up before something happens, though nobody knows how busy the machine is:
     * in a short time first, and in a longer one if the machine was too busy for that.
     *
     * @throws AssertionError if it does not happen in 120 seconds
     */
    public static void inTime(String expectation, Scenario scenario) throws Exception {
        for (int millis : GROWING_MILLIS) {
            if (scenario.happened(millis)) {
                return;
            }
        }
        throw new AssertionError("not within " + LONGEST + ": " + expectation);
    }

    /**
     * Returns as soon as the condition holds.
     *
     * @throws AssertionError if it does not in 120 seconds
     */
    public static void until(String expectation, BooleanSupplier condition) {
        until(LONGEST, expectation, condition);
    }

    /**
     * As {@link #until(String, BooleanSupplier)}, for what takes long.
     *
     * @throws AssertionError if it does not hold in that time
     */
    public static void until(Duration longest, String expectation, BooleanSupplier condition) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + longest + ": " + expectation);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}

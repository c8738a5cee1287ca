package io.github.isostress.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions that another thread makes true. */
public final class Await {
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private Await() {}

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

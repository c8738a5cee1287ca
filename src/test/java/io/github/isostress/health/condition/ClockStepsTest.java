package io.github.isostress.health.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A clock of the day that somebody sets. */
class ClockStepsTest {
    private static final long HOUR = TimeUnit.HOURS.toMicros(1);
    private static final long ROUGHLY = TimeUnit.MINUTES.toMicros(1);

    private final AtomicLong set = new AtomicLong();
    private final ClockSteps steps = new ClockSteps(() -> set.get() + TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));

    @Test
    void shouldTellHowFarAndWhichWayTheClockWasSet() {
        assertThat(steps.takeMicros()).isCloseTo(0, within(ROUGHLY));

        set.addAndGet(HOUR);
        assertThat(steps.takeMicros()).isCloseTo(HOUR, within(ROUGHLY));
        assertThat(steps.takeMicros()).as("once").isCloseTo(0, within(ROUGHLY));

        set.addAndGet(-2 * HOUR);
        assertThat(steps.takeMicros()).isCloseTo(-2 * HOUR, within(ROUGHLY));
    }
}

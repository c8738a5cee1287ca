package io.github.isostress.health.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How often a figure is found out that takes long. */
class SparingTest {
    /** Kept for 20 s then. */
    private static final long DEAR_NANOS = 100_000_000;

    private final AtomicLong found = new AtomicLong();

    private long findOutDearly() {
        long before = ThreadCpu.usedNanos();
        while (ThreadCpu.usedNanos() - before < DEAR_NANOS) {
            Thread.onSpinWait();
        }
        return found.incrementAndGet();
    }

    @Test
    void shouldKeepAFigureForAWhileWhenItIsDear() {
        Sparing figure = new Sparing(this::findOutDearly);

        assertThat(figure.get()).isEqualTo(1);
        assertThat(figure.get()).as("the first time does not count").isEqualTo(2);
        assertThat(figure.get()).isEqualTo(2);
    }
}

package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Turns to connect. */
class ConnectPaceTest {
    private final ConnectPace pace = new ConnectPace();

    @Test
    void shouldSpaceTurnsEvenlyWhenManyComeAtOnce() {
        long before = System.nanoTime();
        List<Long> turns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            turns.add(pace.turn(0.001));
        }

        assertThat(turns.get(0)).isBetween(before, System.nanoTime());
        for (int i = 1; i < turns.size(); i++) {
            assertThat(turns.get(i) - turns.get(i - 1)).isEqualTo(TimeUnit.SECONDS.toNanos(1_000));
        }
    }

    @Test
    void shouldGoAtOnceWhenAnyNumberIsAllowed() {
        pace.turn(0.001);

        assertThat(pace.turn(0)).isLessThanOrEqualTo(System.nanoTime());
    }

    @Test
    void shouldNotMakeUpForTurnsNobodyTookWhenTimeHasPassed() {
        pace.turn(100_000);
        long first = pace.turn(100_000);
        while (System.nanoTime() - first < TimeUnit.MILLISECONDS.toNanos(1)) {
            Thread.onSpinWait();
        }

        long late = System.nanoTime();
        assertThat(pace.turn(10)).isGreaterThanOrEqualTo(late);
        assertThat(pace.turn(10)).isGreaterThanOrEqualTo(late + TimeUnit.MILLISECONDS.toNanos(100));
    }

    @Test
    void shouldWaitAVeryLongTimeWhenTheRateIsNextToNothing() {
        pace.turn(Double.MIN_VALUE);

        assertThat(pace.turn(Double.MIN_VALUE) - System.nanoTime()).isGreaterThan(TimeUnit.HOURS.toNanos(1));
        assertThat(pace.turn(Double.MIN_VALUE) - System.nanoTime()).isGreaterThan(TimeUnit.HOURS.toNanos(1));
    }
}

package io.github.isostress.health.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.ObservedRequest;
import io.github.isostress.health.Result;
import io.github.isostress.health.Wait;
import io.github.isostress.support.Await;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a watch sees from its beginning to its end. */
class GeneratorWatchTest {
    private final GeneratorWatch watch = new GeneratorWatch();

    private static ObservedRequest lateBy(long millis) {
        long start = TimeUnit.MILLISECONDS.toNanos(millis);
        return new ObservedRequest(
                "purchase", Result.SUCCEEDED, "00", OptionalLong.of(0), start, start + 1_000, 87, 87);
    }

    private WatchedSecond whole() {
        watch.close();
        return watch.seconds().stream().reduce(WatchedSecond::with).orElseThrow();
    }

    @Test
    void shouldCountWhatItHearsWhenARunGoesOn() {
        watch.add(counts -> counts.add(Counted.RESULT_ERRORS, 1));
        watch.begin();

        watch.observer().ended(lateBy(4));
        watch.observer().ended(lateBy(5));
        watch.observer().ended(lateBy(7));
        watch.observer().notSent("purchase", "TEMPLATE_ERROR");
        watch.observer().lackedConnection();
        watch.observer().waited(Wait.POOL, 2_000_000);
        watch.observer().waited(Wait.WINDOW, 3_000_000);
        watch.observer().waited(Wait.WINDOW, 3_000_000);
        watch.spentInListeners(5_000_000);

        WatchedSecond whole = whole();
        assertThat(whole.sent()).isEqualTo(3);
        assertThat(whole.late()).isEqualTo(2);
        assertThat(whole.unsent()).isEqualTo(2);
        assertThat(whole.poolWaits()).isEqualTo(1);
        assertThat(whole.poolWaitMicros()).isEqualTo(2_000);
        assertThat(whole.windowWaits()).isEqualTo(2);
        assertThat(whole.windowWaitMicros()).isEqualTo(6_000);
        assertThat(whole.listenerMicros()).isEqualTo(5_000);
        assertThat(whole.resultErrors()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldKnowTheMachineWhenASecondIsOver() {
        watch.begin();

        Await.until("a second is over", () -> !watch.seconds().isEmpty());

        WatchedSecond second = watch.seconds().get(0);
        watch.close();
        assertThat(second.processCpu()).isBetween(0.0, 1.0);
        assertThat(second.machineCpu()).isBetween(0.0, 1.0);
        assertThat(second.runQueue()).isNotNegative();
        assertThat(second.openFiles()).isBetween(1L, second.mostFiles());
        assertThat(second.portsTaken()).isBetween(0L, second.portsInAll());
        assertThat(second.seconds()).isGreaterThan(0.9);
    }

    @Test
    void shouldGoOnWhenAGaugeFails() {
        AtomicInteger asked = new AtomicInteger();
        watch.add(counts -> {
            asked.incrementAndGet();
            throw new IllegalStateException("the gauge's own mistake");
        });
        watch.begin();
        watch.observer().ended(lateBy(0));

        assertThat(whole().sent()).isEqualTo(1);
        assertThat(asked.get()).isPositive();
    }

    @Test
    void shouldSeeNothingWhenItHasNotBegun() {
        watch.observer().ended(lateBy(0));
        watch.close();

        assertThat(watch.seconds()).isEmpty();
        assertThat(watch.load().of(Counted.SENT)).isEqualTo(1);
    }

    @Test
    void shouldSleepLongerWhenWakingIsDear() {
        long cores = Runtime.getRuntime().availableProcessors();

        assertThat(PauseWatch.sleepNanos(0)).isEqualTo(1_000_000);
        assertThat(PauseWatch.sleepNanos(cores * 5_000)).isEqualTo(2_000_000);
        assertThat(PauseWatch.sleepNanos(cores * 1_000_000)).isEqualTo(10_000_000);
    }
}

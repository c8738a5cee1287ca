package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.connect.ReconnectPause;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a link that has failed may be tried again. */
class ReconnectsTest {
    private static final ReconnectPause PAUSE = ReconnectPause.parse("1000000 x2 max 3000000");

    private final Reconnects reconnects = new Reconnects();

    @Test
    void shouldBeDueAtOnceWhenNothingHasFailed() {
        assertThat(reconnects.dueNanos()).isLessThanOrEqualTo(System.nanoTime());
    }

    @Test
    void shouldBeDueLaterEachTimeWhenFailuresFollowEachOther() {
        reconnects.failed(PAUSE);
        assertThat(secondsLeft()).isBetween(900L, 1000L);

        reconnects.failed(PAUSE);
        assertThat(secondsLeft()).isBetween(1900L, 2000L);

        reconnects.failed(PAUSE);
        assertThat(secondsLeft()).isBetween(2900L, 3000L);
    }

    private long secondsLeft() {
        return TimeUnit.NANOSECONDS.toSeconds(reconnects.dueNanos() - System.nanoTime());
    }

    @Test
    void shouldBeginAnewWhenTheConnectionHasWorkedMeanwhile() {
        reconnects.failed(PAUSE);
        reconnects.failed(PAUSE);
        reconnects.worked();
        assertThat(reconnects.dueNanos()).isLessThanOrEqualTo(System.nanoTime());

        reconnects.failed(PAUSE);
        assertThat(secondsLeft()).isBetween(900L, 1000L);
    }
}

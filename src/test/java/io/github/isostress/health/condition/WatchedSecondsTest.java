package io.github.isostress.health.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How the seconds of a run are kept, however long it takes. */
class WatchedSecondsTest {
    private static final int MOST = 4;

    private final WatchedSeconds seconds = new WatchedSeconds(MOST);

    /** A second whose counts are the number of the second, and whose levels are known every other time. */
    private static WatchedSecond second(int number) {
        double share = number % 2 == 0 ? Double.NaN : number / 100.0;
        return new WatchedSecond(
                number, 1, number, number, number, number, number, number, number, number, number, number, number,
                number, number, number, share, share, share, share, number, number, number, number, share, number,
                number, number, number, number);
    }

    private List<WatchedSecond> after(int last) {
        for (int number = 1; number <= last; number++) {
            seconds.add(second(number));
        }
        return seconds.soFar();
    }

    @Test
    void shouldKeepEachWhenThereIsRoom() {
        assertThat(after(MOST - 1)).containsExactly(second(1), second(2), second(3));
    }

    @Test
    void shouldLoseNothingWhenNeighboursBecomeOne() {
        List<WatchedSecond> kept = after(1001);

        assertThat(kept).hasSizeLessThanOrEqualTo(MOST);
        assertThat(kept.stream().mapToLong(WatchedSecond::sent).sum()).isEqualTo(1001 * 1002 / 2);
        assertThat(kept.stream().mapToDouble(WatchedSecond::seconds).sum()).isEqualTo(1001);
        assertThat(kept.get(0).atSeconds()).isEqualTo(1);
        assertThat(kept)
                .last()
                .satisfies(last -> assertThat(last.atSeconds() + last.seconds()).isEqualTo(1002));
    }

    @Test
    void shouldAddCountsAndTakeTheHigherLevelWhenTwoBecomeOne() {
        WatchedSecond both = second(1).with(second(3));

        assertThat(both.seconds()).isEqualTo(2);
        assertThat(both.due()).isEqualTo(4);
        assertThat(both.listenerMicros()).isEqualTo(4);
        assertThat(both.waiting()).isEqualTo(3);
        assertThat(both.latestMicros()).isEqualTo(3);
        assertThat(both.longestPauseMicros()).isEqualTo(3);
        assertThat(both.intervalMicros()).isEqualTo(1);
        assertThat(both.machineCpu()).isEqualTo(0.02);
        assertThat(both.heapAfterGc()).isEqualTo(0.03);
    }

    @Test
    void shouldKeepWhatIsKnownWhenOneOfTwoDoesNotKnow() {
        assertThat(second(1).with(second(2)).machineCpu()).isEqualTo(0.01);
        assertThat(second(2).with(second(3)).heapAfterGc()).isEqualTo(0.03);
        assertThat(second(2).with(second(4)).steal()).isNaN();
    }
}

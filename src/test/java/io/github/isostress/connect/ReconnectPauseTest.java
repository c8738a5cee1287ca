package io.github.isostress.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pause before connecting again. */
class ReconnectPauseTest {
    private static final double MIDDLE = 0.5;

    @Test
    void shouldReadAllPartsWhenAllAreWritten() {
        assertThat(ReconnectPause.parse(" 100 x2.5  max 10000 jitter 20% "))
                .isEqualTo(new ReconnectPause(100, 2.5, 10_000, 20));
    }

    @Test
    void shouldStayTheSamePauseWhenOnlyTheFirstIsWritten() {
        ReconnectPause pause = ReconnectPause.parse("250");

        assertThat(pause).isEqualTo(new ReconnectPause(250, 1, 3_600_000, 0));
        assertThat(millis(pause, 1, MIDDLE)).isEqualTo(250);
        assertThat(millis(pause, 99, MIDDLE)).isEqualTo(250);
    }

    private static long millis(ReconnectPause pause, int failures, double chance) {
        return TimeUnit.NANOSECONDS.toMillis(pause.nanos(failures, chance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "none"})
    void shouldNeverPauseWhenThereIsNone(String text) {
        assertThat(ReconnectPause.parse(text)).isEqualTo(ReconnectPause.NONE);
        assertThat(ReconnectPause.NONE.nanos(1_000, 1)).isZero();
    }

    @Test
    void shouldGrowByTheFactorUpToTheMaximumWhenFailuresFollowEachOther() {
        ReconnectPause pause = ReconnectPause.parse("100 x2 max 1000");

        assertThat(millis(pause, 1, MIDDLE)).isEqualTo(100);
        assertThat(millis(pause, 2, MIDDLE)).isEqualTo(200);
        assertThat(millis(pause, 4, MIDDLE)).isEqualTo(800);
        assertThat(millis(pause, 5, MIDDLE)).isEqualTo(1000);
        assertThat(millis(pause, Integer.MAX_VALUE, MIDDLE)).isEqualTo(1000);
    }

    @Test
    void shouldStayZeroWhenNothingGrows() {
        assertThat(new ReconnectPause(0, 100, 0, 0).nanos(Integer.MAX_VALUE, 1)).isZero();
    }

    @Test
    void shouldReachBothEndsOfItsRangeWhenThereIsJitter() {
        ReconnectPause pause = ReconnectPause.parse("1000 jitter 20%");

        assertThat(millis(pause, 1, 0)).isEqualTo(800);
        assertThat(millis(pause, 1, 1)).isEqualTo(1200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "100 x", "100 max", "100 jitter 20", "100 jitter 20% x2", "1 x1000"})
    void shouldShowAnExampleWhenItCannotBeRead(String text) {
        assertThatThrownBy(() -> ReconnectPause.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("reconnect pause '" + text + "' is not 'none' or such as '100 x2 max 10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 max 100", "3600001", "100 max 3600001", "1 x101", "1 x0.5", "1 jitter 101%"})
    void shouldNameTheBoundsWhenANumberIsOutside(String text) {
        assertThatThrownBy(() -> ReconnectPause.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("reconnect pause: .*(within|outside) .*\\d+.*");
    }
}

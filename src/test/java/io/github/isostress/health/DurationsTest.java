package io.github.isostress.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a histogram tells of the durations that were added. */
class DurationsTest {
    private final Durations durations = new Durations();

    @Property(tries = 200)
    void shouldTellEachPercentileWithinAThousandthWhenManyWereAdded(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(max = 3_600_000_000L) Long> micros) {
        Durations all = new Durations();
        micros.forEach(all::addMicros);
        List<Long> sorted = micros.stream().sorted().toList();

        assertThat(all.count()).isEqualTo(micros.size());
        for (int percent : new int[] {1, 50, 95, 99, 100}) {
            int rank = Math.max(1, (int) Math.ceil(percent / 100.0 * sorted.size()));
            double exact = sorted.get(rank - 1) / 1e3;
            assertThat(all.millis(percent)).isBetween(exact, exact * 1.001);
        }
    }

    @Test
    void shouldRoundToMicrosecondsWhenNanosecondsAreAdded() {
        durations.addNanos(1_499);
        durations.addNanos(1_500);

        assertThat(durations.inWords(3, 50)).isEqualTo("p50 0.001 ms, max 0.002 ms");
    }

    @Test
    void shouldCountAnHourWhenItTookLonger() {
        durations.addNanos(Long.MAX_VALUE - 500);
        durations.addMicros(Long.MAX_VALUE);

        assertThat(durations.count()).isEqualTo(2);
        assertThat(durations.millis(100)).isCloseTo(TimeUnit.HOURS.toMillis(1), within(3_600.0));
    }

    @Test
    void shouldCountZeroWhenTheClockWentBack() {
        durations.addNanos(-5_000);

        assertThat(durations.inWords(0, 50)).isEqualTo("p50 0 ms, max 0 ms");
    }

    @Test
    void shouldTellWhatBothHaveWhenAnotherIsAdded() {
        durations.addMicros(1_000);
        Durations other = new Durations();
        other.addMicros(2_000);

        durations.add(other);

        assertThat(durations.count()).isEqualTo(2);
        assertThat(durations.inWords(1, 50)).isEqualTo("p50 1.0 ms, max 2.0 ms");
        assertThat(other.count()).isEqualTo(1);
    }

    @Test
    void shouldTellZeroWhenNothingWasAdded() {
        assertThat(durations.inWords(3, 50, 99)).isEqualTo("p50 0.000 ms, p99 0.000 ms, max 0.000 ms");
    }

    @Property(tries = 50)
    void shouldBeTheSameWhenDecodedAgain(@ForAll @Size(max = 100) List<@LongRange(max = 3_600_000_000L) Long> micros) {
        Durations all = new Durations();
        micros.forEach(all::addMicros);

        Durations decoded = Durations.decoded(all.encoded());

        assertThat(decoded.count()).isEqualTo(micros.size());
        assertThat(decoded.encoded()).isEqualTo(all.encoded());
        assertThat(decoded.inWords(3, 50, 99)).isEqualTo(all.inWords(3, 50, 99));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no base 64", "AAAA", "HISTFAAAAA=="})
    void shouldSayThatItIsNoHistogramWhenATextIsNone(String text) {
        assertThatThrownBy(() -> Durations.decoded(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a histogram cannot be decoded: ");
    }
}

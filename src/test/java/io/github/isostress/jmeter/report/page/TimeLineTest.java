package io.github.isostress.jmeter.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The stretches of a run: a second each, as long as there are not too many of them. */
class TimeLineTest {
    private static final long BEGIN_MILLIS = 1_700_000_000_000L;

    private final TimeLine line = new TimeLine();

    @Test
    void shouldHaveEachSecondWhenSomeHaveNoRequest() {
        line.at(BEGIN_MILLIS + 2_500).sent(10, true);
        line.at(BEGIN_MILLIS).sent(10, true);
        line.at(BEGIN_MILLIS + 999).sent(10, false);

        assertThat(line.beginMillis()).isEqualTo(BEGIN_MILLIS);
        assertThat(line.widthSeconds()).isEqualTo(1);
        assertThat(line.slots()).extracting(TimeSlot::sent).containsExactly(2L, 0L, 1L);
        assertThat(line.slots()).extracting(TimeSlot::succeeded).containsExactly(1L, 0L, 1L);
    }

    @Test
    void shouldJoinNeighboursAndLoseNothingWhenARunIsLong() {
        for (int second = 0; second < 20_000; second++) {
            TimeSlot slot = line.at(BEGIN_MILLIS + 1_000L * second);
            slot.sent(100, true);
            slot.due(200);
            slot.late(100);
            slot.failed(second % 3);
        }

        List<TimeSlot> slots = line.slots();
        assertThat(line.widthSeconds()).isEqualTo(4);
        assertThat(slots).hasSizeBetween(5_000, 5_001);
        assertThat(slots.stream().mapToLong(TimeSlot::sent).sum()).isEqualTo(20_000);
        assertThat(slots.stream().mapToLong(TimeSlot::due).sum()).isEqualTo(20_000);
        assertThat(slots.stream().mapToLong(slot -> slot.failures(2)).sum()).isEqualTo(6_666);
        assertThat(slots.stream().mapToLong(slot -> slot.roundTrips().count()).sum())
                .isEqualTo(20_000);
        assertThat(line.beginMillis()).isBetween(BEGIN_MILLIS - 3_000, BEGIN_MILLIS);
    }

    @Test
    void shouldDivideTheTimeUnderWayWhenARequestOutlastsItsSecond() {
        line.underWay(BEGIN_MILLIS + 750, 1_500_000);

        assertThat(line.slots()).extracting(TimeSlot::underWayMicros).containsExactly(250_000L, 1_000_000L, 250_000L);
    }

    @Test
    void shouldTellTimesToThreePercentWhenTheyAreOfAnyLength() {
        for (long micros = 1; micros < TimeLine.LONGEST_MICROS; micros = micros * 21 / 20 + 1) {
            LatencyBands bands = new LatencyBands();
            bands.add(micros);
            bands.add(2 * TimeLine.LONGEST_MICROS);

            assertThat((double) bands.micros(50)).isCloseTo(micros, within(Math.max(1, 0.0313 * micros)));
            assertThat(LatencyBands.least(LatencyBands.band(micros))).isLessThanOrEqualTo(micros);
            assertThat(LatencyBands.least(LatencyBands.band(micros) + 1)).isGreaterThan(micros);
        }
    }
}

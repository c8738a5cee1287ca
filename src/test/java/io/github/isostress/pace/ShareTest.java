package io.github.isostress.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shares of a schedule: together they are due when the requests of one machine would be. */
class ShareTest {
    private static final long START = -5_000_000_000L;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private static Pace pace(String rate, Arrivals arrivals, Share share) {
        return new Pace(Rate.parse(rate), arrivals, Backlog.KEEP, share);
    }

    private static Pace even(String rate, Share share) {
        return pace(rate, Arrivals.EVEN, share);
    }

    private static Schedule beginningAt(long nanos) {
        Schedule schedule = new Schedule(new Random(42));
        schedule.beginAt(nanos);
        return schedule;
    }

    private static long next(Schedule schedule, Pace pace, long now) {
        Turn turn = new Turn();
        schedule.next(turn, pace, now);
        schedule.sent(0);
        return turn.dueNanos();
    }

    private static long[] due(Schedule schedule, Pace pace, int requests) {
        return IntStream.range(0, requests)
                .mapToLong(n -> next(schedule, pace, START))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "500,                     2",
        "500,                     3",
        "0.7,                     3",
        "20000,                   7",
        "100 to 1000 in 60 s,     3",
        "1000 to 1 in 20 s,       4",
        "0 to 333 in 5 s,         3",
        "77 to 78.5 in 9.25 s,  100",
    })
    void shouldBeOneScheduleToTheNanosecondWhenSharesAreMerged(String rate, int count) {
        int each = 30_000 / count;

        LongStream merged = IntStream.rangeClosed(1, count)
                .boxed()
                .flatMapToLong(number ->
                        Arrays.stream(due(beginningAt(START), even(rate, new Share(number, count)), each)));

        assertThat(merged.sorted().toArray()).isEqualTo(due(beginningAt(START), even(rate, Share.WHOLE), each * count));
    }

    @Test
    void shouldBeAPoissonProcessOfTheWholeRateWhenRandomSharesAreMerged() {
        int each = 60_000;
        Random random = new Random(7);
        long[] merged = IntStream.rangeClosed(1, 3)
                .boxed()
                .flatMapToLong(number -> Arrays.stream(
                        due(new Schedule(random), pace("3000", Arrivals.POISSON, new Share(number, 3)), each)))
                .sorted()
                .limit(150_000)
                .toArray();
        double[] gaps = IntStream.range(1, merged.length)
                .mapToDouble(n -> (merged[n] - merged[n - 1]) * 3_000.0 / SECOND)
                .toArray();
        double mean = Arrays.stream(gaps).average().orElseThrow();
        double variance = Arrays.stream(gaps)
                .map(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElseThrow();

        assertThat(merged[0]).as("as one machine's, it begins with a request").isEqualTo(START);
        assertThat(mean).isCloseTo(1, within(0.02));
        assertThat(variance).isCloseTo(1, within(0.05));
    }

    @Test
    void shouldNotBeDueBeforeTheBeginningWhenThreadsAskEarlier() {
        Pace pace = even("300", new Share(2, 3));
        Schedule schedule = beginningAt(START + 2 * SECOND);

        assertThat(schedule.progress(START)).isEqualTo(new PaceProgress(0, 0, 0, 0));
        assertThat(next(schedule, pace, START)).isEqualTo(START + 2 * SECOND + SECOND / 300);
        assertThat(next(schedule, pace, START)).isEqualTo(START + 2 * SECOND + Math.round(4 * SECOND / 300.0));
        assertThat(schedule.progress(START + 2 * SECOND).due())
                .as("its offset is still to come")
                .isZero();
        assertThat(schedule.progress(START + 3 * SECOND).due()).isEqualTo(100);
    }

    @Test
    void shouldCountItsOwnRequestsAloneWhenTheyAreNotSent() {
        Schedule schedule = beginningAt(START);
        Pace dropping = new Pace(Rate.parse("3000"), Arrivals.EVEN, Backlog.DROP, new Share(3, 3));
        next(schedule, dropping, START);
        next(schedule, dropping, START + SECOND / 2);
        assertThat(schedule.figures(schedule.lastAskedNanos())).isEqualTo(new PaceFigures(2, 0, 0, 0, 499, 0));

        Schedule keeping = beginningAt(START);
        next(keeping, even("3000", new Share(3, 3)), START);
        next(keeping, even("3000", new Share(3, 3)), START + SECOND / 2);
        assertThat(keeping.figures(keeping.lastAskedNanos())).isEqualTo(new PaceFigures(2, 0, 0, 0, 0, 498));
        assertThat(keeping.progress(START + SECOND / 2)).isEqualTo(new PaceProgress(500, 498, 0, 1_000));
    }

    @Test
    void shouldKeepItsPartOfTheRateWhenTheRateChanges() {
        Schedule schedule = beginningAt(START);
        Share share = new Share(2, 3);
        next(schedule, even("30", share), START);
        long now = START + SECOND;
        next(schedule, even("3000", share), now);
        long[] due = LongStream.range(0, 1_000)
                .map(n -> next(schedule, even("3000", share), now))
                .filter(nanos -> nanos > now)
                .toArray();

        assertThat(due).hasSizeGreaterThan(980);
        assertThat(due[980] - due[0]).isEqualTo(980 * MILLI);
    }

    @Test
    void shouldHaveItsOffsetAgainWhenNothingWasHeldBackForAWhile() {
        Schedule schedule = new Schedule(new Random(42));
        Pace pace = even("300", new Share(3, 3));
        next(schedule, pace, START);
        schedule.release();
        long later = START + 60 * SECOND;

        assertThat(next(schedule, pace, later)).isEqualTo(later + Math.round(2 * SECOND / 300.0));
        assertThat(next(schedule, pace, later)).isEqualTo(later + Math.round(5 * SECOND / 300.0));
    }

    @Test
    void shouldBeTheWholeWhenTheRateIsOfEachMachine() {
        assertThat(Rated.of("of each machine").share(2, 3)).isEqualTo(Share.WHOLE);
        assertThat(Rated.of("of all machines together").share(2, 3)).isEqualTo(new Share(2, 3));
        assertThatThrownBy(() -> Rated.of("mine"))
                .hasMessage("the rate is 'mine': write of all machines together or of each machine");
        assertThatThrownBy(() -> new Share(4, 3)).hasMessage("share 4 of 3 is none: write 1 of 1 and up");
    }
}

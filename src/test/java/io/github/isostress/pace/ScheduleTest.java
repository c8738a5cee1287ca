package io.github.isostress.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When requests are due, whichever thread asks, and when. */
class ScheduleTest {
    private static final long START = -5_000_000_000L;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private final Schedule schedule = new Schedule(new Random(42));

    private static Pace even(String rate) {
        return new Pace(Rate.parse(rate), Arrivals.EVEN, Backlog.KEEP, Share.WHOLE);
    }

    private static Pace dropping(String rate) {
        return new Pace(Rate.parse(rate), Arrivals.EVEN, Backlog.DROP, Share.WHOLE);
    }

    /** A turn that is used as soon as it can be. */
    private long next(Pace pace, long now) {
        long due = turn(pace, now).dueNanos();
        schedule.sent(Math.max(0, now - due));
        return due;
    }

    private Turn turn(Pace pace, long now) {
        Turn turn = new Turn();
        schedule.next(turn, pace, now);
        return turn;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "1", "3", "299", "667", "1500", "2000", "7777", "20000"})
    void shouldBeDueAtStartPlusNByRateWhenTheRateIsConstant(String perSecond) {
        Pace pace = even(perSecond);
        BigDecimal rate = new BigDecimal(perSecond);

        for (int n = 0; n < 100_000; n++) {
            long exact = BigDecimal.valueOf(n * SECOND)
                    .divide(rate, 0, RoundingMode.HALF_UP)
                    .longValueExact();
            assertThat(next(pace, START) - START).isEqualTo(exact);
        }
    }

    @Test
    void shouldStillBeExactWhenAWeekHasPassed() {
        Rate rate = Rate.constant(20_000);
        double aWeek = 7.0 * 24 * 3600 * 20_000;

        assertThat(rate.nanosUntil(aWeek + 1) - rate.nanosUntil(aWeek)).isCloseTo(50_000, within(0.5));
    }

    @Test
    void shouldKeepTheBacklogWhenNobodyHasTimeForAWhile() {
        Pace pace = even("1000");
        next(pace, START);
        long afterAStall = START + 500 * MILLI;

        assertThat(LongStream.rangeClosed(1, 500).map(n -> next(pace, afterAStall) - START))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 500)
                        .map(n -> n * MILLI)
                        .boxed()
                        .toList());
        assertThat(next(pace, afterAStall)).isEqualTo(afterAStall + MILLI);
        assertThat(schedule.figures(schedule.lastAskedNanos()))
                .isEqualTo(new PaceFigures(502, 499, 499 * MILLI, 0, 0, 0));
    }

    @Test
    void shouldCountWhatWaitsWhenTheBacklogIsNotSent() {
        Pace pace = even("1000");
        next(pace, START);
        next(pace, START + 500 * MILLI);

        assertThat(schedule.figures(schedule.lastAskedNanos()))
                .isEqualTo(new PaceFigures(2, 1, 499 * MILLI, 0, 0, 499));
        assertThat(schedule.figures(schedule.lastAskedNanos()).due()).isEqualTo(501);
    }

    @Test
    void shouldCountWhatIsLeftOutWhenTheBacklogIsDropped() {
        Pace pace = dropping("1000");
        next(pace, START);
        long afterAStall = START + 500 * MILLI;

        assertThat(next(pace, afterAStall)).isEqualTo(afterAStall);
        assertThat(schedule.figures(schedule.lastAskedNanos())).isEqualTo(new PaceFigures(2, 0, 0, 0, 499, 0));
    }

    @Test
    void shouldGoByTheNewRateFromNowOnWhenTheRateChanges() {
        next(even("10"), START);

        // 50 ms are half the way to the next request, so half a gap is left.
        assertThat(next(even("1000"), START + 50 * MILLI)).isEqualTo(START + 50 * MILLI + MILLI / 2);
        assertThat(next(even("1000"), START + 50 * MILLI)).isEqualTo(START + 51 * MILLI + MILLI / 2);
    }

    @Test
    void shouldBringFarTurnsNearWhenTheRateRises() {
        Turn[] waiting =
                IntStream.range(0, 20).mapToObj(n -> turn(even("0.2"), START)).toArray(Turn[]::new);
        long now = START + 2 * SECOND;

        Arrays.stream(waiting).forEach(turn -> schedule.review(turn, even("1000"), now));

        assertThat(waiting[0].dueNanos()).isEqualTo(START);
        for (int n = 1; n < waiting.length; n++) {
            assertThat(waiting[n].dueNanos()).isEqualTo(now + n * MILLI - 400_000);
        }
        assertThat(next(even("1000"), now)).isEqualTo(now + 20 * MILLI - 400_000);
    }

    @Test
    void shouldLeaveTheBacklogDueAsItWasWhenTheRateChanges() {
        next(even("1000"), START);
        long now = START + 500 * MILLI;

        for (int n = 1; n <= 500; n++) {
            assertThat(next(even("10"), now)).isEqualTo(START + n * MILLI);
        }
        assertThat(next(even("10"), now)).isEqualTo(now + 100 * MILLI);
    }

    @Test
    void shouldLoseNoRequestOfTheBacklogWhenTheRateChangesOftenBehindSchedule() {
        Pace[] paces = {even("1000"), even("500")};
        next(paces[0], START);
        long now = START;
        for (int change = 1; change <= 100; change++) {
            now += 10 * MILLI;
            next(paces[change % 2], now);
        }

        // 50 times 10 ms at 1,000 and at 500 a second; the first request and one for each change are given.
        assertThat(schedule.figures(schedule.lastAskedNanos()).due()).isEqualTo(1 + 50 * 10 + 50 * 5);
    }

    @Test
    void shouldBeginAnewWhenNothingWasHeldBackForAWhile() {
        next(even("1"), START);
        schedule.release();
        long later = START + 60 * SECOND;

        assertThat(next(even("1"), later)).isEqualTo(later);
        assertThat(next(even("1"), later)).isEqualTo(later + SECOND);
        assertThat(schedule.figures(schedule.lastAskedNanos()).waiting()).isZero();
    }

    @Test
    void shouldBeDueBelowTheRampWhenTheRateRises() {
        Pace pace = even("100 to 1000 in 60 s");
        long[] due = LongStream.range(0, 34_001).map(n -> next(pace, START)).toArray();

        assertThat(due[33_000] - START).isCloseTo(60 * SECOND, within(1L));
        assertThat(due[34_000] - START).isCloseTo(61 * SECOND, within(1L));
    }

    @Test
    void shouldHaveExponentialGapsWhenArrivalsAreRandom() {
        Pace pace = new Pace(Rate.constant(1_000), Arrivals.POISSON, Backlog.KEEP, Share.WHOLE);
        int requests = 200_000;
        long[] due =
                IntStream.range(0, requests).mapToLong(n -> next(pace, START)).toArray();
        double[] gaps = IntStream.range(1, requests)
                .mapToDouble(n -> (due[n] - due[n - 1]) / 1e6)
                .toArray();

        double mean = Arrays.stream(gaps).average().orElseThrow();
        double variance = Arrays.stream(gaps)
                .map(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(1, within(0.02));
        assertThat(variance).isCloseTo(1, within(0.05));
    }

    @Test
    void shouldGiveEachRequestOnceWhenManyThreadsAsk() {
        Set<Long> due = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 50_000).parallel().forEach(n -> due.add(next(even("1000"), START)));

        assertThat(due).hasSize(50_000).contains(START, START + 49_999 * MILLI);
    }

    @Test
    void shouldNotCountATurnWhenItIsGivenBack() {
        next(even("1"), START);
        Turn unused = turn(even("1"), START);

        schedule.giveBack(unused);

        assertThat(schedule.figures(schedule.lastAskedNanos())).isEqualTo(new PaceFigures(1, 0, 0, 0, 0, 0));
    }

    @Test
    void shouldCountWhatBecameOfEachTurn() {
        for (int n = 0; n < 5; n++) {
            turn(even("1000"), START + 4 * MILLI);
        }
        schedule.sent(0);
        schedule.sent(999_499);
        schedule.sent(999_500);
        schedule.notSent();

        assertThat(schedule.figures(schedule.lastAskedNanos()))
                .as("one turn is not used as yet, and what shows as 1,000 microseconds is late")
                .isEqualTo(new PaceFigures(3, 1, 999_500, 1, 0, 1));
        assertThat(schedule.figures(schedule.lastAskedNanos()).due()).isEqualTo(5);
    }
}

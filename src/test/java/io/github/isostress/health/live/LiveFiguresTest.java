package io.github.isostress.health.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.isostress.health.LabelFigures;
import io.github.isostress.health.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What is told of a run while it goes on. */
class LiveFiguresTest {
    /** The begin of a second. */
    private static final long BEGIN = 1_700_000_000_000L;

    private static final Percentage AS_HISTOGRAMS = Percentage.withPercentage(0.2);
    private static final int A_SECOND = 1_000;

    private final AtomicLong clock = new AtomicLong(BEGIN);
    private final LiveFigures figures = new LiveFigures(clock::get);

    @Test
    void shouldHaveNoFiguresWhenNothingHasCome() {
        LiveView seen = figures.seen(BEGIN);

        assertThat(seen.sinceStart().achieved()).isNaN();
        assertThat(seen.sinceStart().asked()).isNaN();
        assertThat(seen.lastSeconds().roundTrips().count()).isZero();
        assertThat(seen.seconds()).isEmpty();
        assertThat(seen.codes()).isEmpty();
    }

    @Test
    void shouldAgreeWithSortedTimesWhenARunIsLong() {
        Random random = new Random(5);
        List<Long> all = new ArrayList<>();
        List<Long> last = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 300; i++) {
                long micros = (long) Math.exp(5 + 6 * random.nextDouble());
                add(second * A_SECOND + i * 3, micros);
                all.add(micros);
                if (second >= 50) {
                    last.add(micros);
                }
            }
        }

        LiveView seen = figures.seen(clock(60 * A_SECOND));

        assertSorted(seen.sinceStart().roundTrips(), all);
        assertSorted(seen.lastSeconds().roundTrips(), last);
    }

    private static void assertSorted(Percentiles seen, List<Long> micros) {
        long[] sorted = micros.stream().mapToLong(each -> each).sorted().toArray();
        assertThat(seen.count()).isEqualTo(sorted.length);
        assertThat(seen.p50()).isCloseTo(at(sorted, 0.5), AS_HISTOGRAMS);
        assertThat(seen.p90()).isCloseTo(at(sorted, 0.9), AS_HISTOGRAMS);
        assertThat(seen.p99()).isCloseTo(at(sorted, 0.99), AS_HISTOGRAMS);
        assertThat(seen.p999()).isCloseTo(at(sorted, 0.999), AS_HISTOGRAMS);
        assertThat(seen.longest()).isCloseTo(sorted[sorted.length - 1], AS_HISTOGRAMS);
    }

    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    @Test
    void shouldTellRatesWhenRequestsHaveASchedule() {
        for (int i = 0; i < 20 * 50; i++) {
            // The host answers half of the requests in the last ten seconds.
            long end = i * 20L + 1;
            if (end < 10_000 || i % 2 == 0) {
                figures.addRequest(Result.SUCCEEDED, "00", clock(end), 1_000, 0);
            }
        }

        LiveView seen = figures.seen(clock(20 * A_SECOND));

        assertThat(seen.sinceStart().achieved()).isCloseTo(37.5, within(0.1));
        assertThat(seen.lastSeconds().achieved()).isCloseTo(25, within(0.1));
        assertThat(seen.lastSeconds().asked()).isCloseTo(25, within(0.1));
        assertThat(seen.lastSeconds().meanUnderWay()).isCloseTo(0.025, within(0.001));
        assertThat(seen.lastSeconds().seconds()).isEqualTo(10);
    }

    @Test
    void shouldCountARequestAsDueWhenItWasMeantToBeSent() {
        figures.addRequest(Result.SUCCEEDED, "00", clock(5_200), 100_000, 3_000_000);

        List<LiveSecond> seconds = figures.seen(clock(6_000)).seconds();

        assertThat(seconds).extracting(LiveSecond::due).containsExactly(1L, 0L, 0L, 0L);
        assertThat(seconds).extracting(LiveSecond::ended).containsExactly(0L, 0L, 0L, 1L);
        assertThat(figures.seen(clock(6_000)).sinceStart().lags().longest()).isCloseTo(3_000_000, AS_HISTOGRAMS);
    }

    @Test
    void shouldHaveNoRateAskedWhenThereIsNoSchedule() {
        figures.addRequest(Result.SUCCEEDED, "00", clock(500), 1_000, LiveFigures.NO_LAG);

        LiveView seen = figures.seen(clock(2_000));

        assertThat(seen.sinceStart().asked()).isNaN();
        assertThat(seen.sinceStart().lags().count()).isZero();
        assertThat(seen.lastSeconds().ended()).isEqualTo(1);
    }

    @Test
    void shouldKeepDeclinesApartWhenCodesAreCounted() {
        figures.addRequest(Result.FAILED, "RESPONSE_TIMEOUT", clock(1), 1, LiveFigures.NO_LAG);
        for (int i = 0; i < 3; i++) {
            figures.addRequest(Result.DECLINED, "51", clock(1), 1, LiveFigures.NO_LAG);
        }
        figures.addRequest(Result.DECLINED, "05", clock(1), 1, LiveFigures.NO_LAG);
        figures.addRequest(Result.SUCCEEDED, "00", clock(1), 1, LiveFigures.NO_LAG);
        figures.addNotSent("TEMPLATE_ERROR");
        figures.addNotOpened("CONNECTION_REFUSED");
        figures.addOpened();
        figures.addLost();

        LiveView seen = figures.seen(clock(1_000));

        assertThat(seen.codes())
                .containsExactly(
                        new CountedCode(Result.SUCCEEDED, "00", 1),
                        new CountedCode(Result.DECLINED, "51", 3),
                        new CountedCode(Result.DECLINED, "05", 1),
                        new CountedCode(Result.FAILED, "CONNECTION_REFUSED", 1),
                        new CountedCode(Result.FAILED, "RESPONSE_TIMEOUT", 1),
                        new CountedCode(Result.FAILED, "TEMPLATE_ERROR", 1));
        assertThat(seen.count(Result.DECLINED)).isEqualTo(4);
        assertThat(seen.count(Result.FAILED)).as("requests that were sent").isEqualTo(1);
        assertThat(seen.sinceStart().ended()).isEqualTo(6);
        assertThat(seen)
                .extracting(LiveView::notSent, LiveView::opened, LiveView::notOpened, LiveView::lost)
                .containsExactly(1L, 1L, 1L, 1L);
    }

    @Test
    void shouldBoundItsMemoryWhenEachAnswerHasAnotherCode() {
        for (int i = 0; i < 1_000; i++) {
            figures.addRequest(Result.DECLINED, "C" + i, clock(1), 1, LiveFigures.NO_LAG);
        }

        assertThat(figures.seen(clock(1_000)).codes())
                .hasSize(65)
                .contains(new CountedCode(Result.DECLINED, LabelFigures.FURTHER_CODES, 936));
    }

    @Test
    void shouldCountAsEndedNowWhenAnAgentsClockIsAnotherOne() {
        clock(1_000_500);
        figures.addRequest(Result.SUCCEEDED, "00", BEGIN + 1_000_500 + 3_600_000, 1, LiveFigures.NO_LAG);
        figures.addRequest(Result.SUCCEEDED, "00", BEGIN + 1_000_500 - 3_600_000, 1, LiveFigures.NO_LAG);

        LiveView seen = figures.seen(clock(1_001_000));

        assertThat(seen.seconds()).singleElement().extracting(LiveSecond::ended).isEqualTo(2L);
    }

    @Test
    void shouldKnowAFewPercentilesOfASecondWhenItIsLongOver() {
        add(500, 1_000);
        for (int second = 1; second <= 400; second++) {
            clock(second * A_SECOND);
            figures.prepare();
            add(second * A_SECOND + 500, second);
        }

        List<LiveSecond> seconds = figures.seen(clock(401 * A_SECOND)).seconds();

        assertThat(seconds).hasSize(LiveFigures.TOLD_SECONDS);
        assertThat(seconds)
                .extracting(LiveSecond::medianMicros)
                .startsWith(101L, 102L)
                .endsWith(399L, 400L);
    }

    /** Agents send their samples in batches, one after the other. */
    @Test
    void shouldCountASampleInItsSecondWhenItComesLate() {
        add(9_500, 1_000);
        add(2_500, 2_000);

        LiveView seen = figures.seen(figures.lastEndMillis() + 500);

        assertThat(seen.seconds()).extracting(LiveSecond::ended).containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(seen.lastSeconds().roundTrips().count()).isEqualTo(2);
    }

    @Test
    void shouldLoseNoneWhenManyThreadsAddAtOnce() throws InterruptedException {
        int threads = 8;
        CountDownLatch begin = new CountDownLatch(threads);
        Thread[] all = new Thread[threads];
        for (int thread = 0; thread < threads; thread++) {
            all[thread] = new Thread(() -> addInTurn(begin));
            all[thread].start();
        }
        for (Thread each : all) {
            each.join();
        }

        LiveView seen = figures.seen(BEGIN + 5_000);

        assertThat(seen.sinceStart().ended()).isEqualTo(threads * 5_000);
        assertThat(seen.seconds().stream().mapToLong(LiveSecond::ended).sum()).isEqualTo(threads * 5_000);
        assertThat(seen.lastSeconds().roundTrips().count()).isEqualTo(threads * 5_000);
        assertThat(Arrays.stream(all)).noneMatch(Thread::isAlive);
    }

    private void addInTurn(CountDownLatch begin) {
        begin.countDown();
        for (int i = 0; i < 5_000; i++) {
            figures.addRequest(Result.SUCCEEDED, "00", BEGIN + i, i, 0);
        }
    }

    private void add(long endMillis, long micros) {
        figures.addRequest(Result.SUCCEEDED, "00", clock(endMillis), micros, LiveFigures.NO_LAG);
    }

    /** Sets the clock to so many milliseconds after the begin, and gives the time. */
    private long clock(long millis) {
        clock.set(BEGIN + millis);
        return clock.get();
    }
}

package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.support.Await;
import io.github.isostress.support.Disorder.Fate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two shared links to a host that answers in random order, drops 0.1 % of its answers, doubles 0.1 % and delays 0.1 %
 * beyond the timeout. The system property {@code soak.exchanges} sets how many exchanges there are.
 */
@ExtendWith(JMeterEnvironment.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("alone")
class DisorderIT {
    private static final int THREADS = 200;
    private static final int EXCHANGES = Integer.getInteger("soak.exchanges", 200_000);
    private static final int SOCKETS = 2;

    /** Between the two readings of what the JVM holds. */
    private static final long EXCHANGES_BETWEEN = EXCHANGES * 4L / 10;

    /** What is remembered of requests without an answer for a minute is less. */
    private static final long OBJECTS_REMEMBERED = 20_000;

    private static final long BYTES_REMEMBERED = 16_000_000;

    private final DisorderRun run = new DisorderRun("shared " + SOCKETS, THREADS, EXCHANGES);
    private JvmReading half;
    private JvmReading end;

    @BeforeAll
    void run() throws Exception {
        long start = System.nanoTime();
        run.start();
        Await.until("it begins", () -> run.host.requests() > 0);
        half = readingAt(EXCHANGES / 2);
        end = readingAt(EXCHANGES / 2 + EXCHANGES_BETWEEN);
        run.awaitEnd();
        System.out.printf("%,d exchanges in %.1f s%n", run.host.requests(), (System.nanoTime() - start) / 1e9);
        System.out.println(run.samples.counts() + "\n" + half + "\n" + end);
    }

    private JvmReading readingAt(long requests) throws Exception {
        while (run.host.requests() < requests) {
            Thread.sleep(10);
        }
        return JvmReading.ofThisJvm();
    }

    @AfterAll
    void close() {
        run.host.close();
    }

    @Test
    void shouldGiveEveryRequestItsOwnAnswerWhenAnswersComeInAnyOrder() {
        assertThat(run.samples.mistakes()).isEmpty();
    }

    @Test
    void shouldTellOfEveryRequestAndEveryAnswerOnceWhenSomeAreLostDoubledOrLate() {
        Map<String, Long> expected = new TreeMap<>();
        expected.put(SampleKind.CONNECT.label(LoadPlan.CONNECTION) + " CONNECTED", (long) run.host.connections());
        expected.put(DisorderRun.GREETING + " 00", (long) THREADS);
        expected.put(LoadPlan.PURCHASE + " 00", run.disorder.count(Fate.ANSWERED) + run.disorder.count(Fate.DOUBLED));
        expected.put(
                LoadPlan.PURCHASE + " " + Failure.RESPONSE_TIMEOUT,
                run.disorder.count(Fate.DROPPED) + run.disorder.count(Fate.DELAYED));
        expected.put(event(SampleKind.LATE, Failure.LATE_RESPONSE), run.disorder.count(Fate.DELAYED));
        expected.put(event(SampleKind.DUPLICATE, Failure.DUPLICATE_RESPONSE), run.disorder.count(Fate.DOUBLED));

        assertThat(expected.values()).allMatch(count -> count > 0);
        assertThat(run.samples.counts()).isEqualTo(expected);
        assertThat(run.host.requests()).isEqualTo(THREADS + EXCHANGES);
        assertThat(run.host.others()).isZero();
    }

    private static String event(SampleKind kind, Failure code) {
        return kind.label(LoadPlan.CONNECTION) + " " + code;
    }

    @Test
    void shouldCountEveryByteOnceWhenAnswersAreLostDoubledOrLate() {
        assertThat(run.samples.bytesSent()).isEqualTo(run.host.bytesReceived());
        assertThat(run.samples.bytesReceived()).isEqualTo(run.host.bytesSent());
    }

    @Test
    void shouldUseBothSocketsAlikeWhenThreadsShareThem() {
        assertThat(run.host.requestsByConnection())
                .hasSize(SOCKETS)
                .allSatisfy(requests -> assertThat(requests).isBetween(EXCHANGES * 4L / 10, EXCHANGES * 6L / 10));
    }

    @Test
    void shouldKeepNothingOfExchangesWhenTheyGoOnAndOn() {
        assertThat(end.liveObjectsOfOurs() - half.liveObjectsOfOurs())
                .isLessThan(Math.min(OBJECTS_REMEMBERED, EXCHANGES_BETWEEN / 10));
        assertThat(end.liveBytes() - half.liveBytes()).isLessThan(BYTES_REMEMBERED);
    }
}

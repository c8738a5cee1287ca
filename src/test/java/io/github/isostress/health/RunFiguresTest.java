package io.github.isostress.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The lines that a run's figures make. */
class RunFiguresTest {
    private final RunFigures figures = new RunFigures();

    private static ObservedRequest request(String label, Result result, String code, long startMillis, long micros) {
        long start = TimeUnit.MILLISECONDS.toNanos(startMillis);
        return new ObservedRequest(
                label,
                result,
                code,
                OptionalLong.empty(),
                start,
                start + TimeUnit.MICROSECONDS.toNanos(micros),
                100,
                50);
    }

    private static ObservedEvent event(String label, Result result, String code, long micros) {
        return new ObservedEvent(label, "10.1.2.3:5000", result, code, 0, TimeUnit.MICROSECONDS.toNanos(micros));
    }

    @Test
    void shouldTellDeclinedFromFailedWhenRequestsHaveEnded() {
        figures.ended(request("purchase", Result.SUCCEEDED, "00", 0, 1_000));
        figures.ended(request("purchase", Result.SUCCEEDED, "00", 500, 1_250));
        figures.ended(request("purchase", Result.DECLINED, "51", 1_000, 1_500));
        figures.ended(request("purchase", Result.FAILED, "RESPONSE_TIMEOUT", 1_500, 2_000));
        figures.notSent("purchase", "TEMPLATE_ERROR");

        assertThat(figures.lines(UnaryOperator.identity()))
                .containsExactly("'purchase': 4 sent, 2.0 a second, 1 not sent; 2 succeeded, 1 declined, 1 failed;"
                        + " round trip p50 1.250 ms, p95 2.000 ms, p99 2.000 ms, max 2.000 ms;"
                        + " 2 x 00, 1 x 51, 1 x RESPONSE_TIMEOUT; 400 bytes sent, 200 received");
    }

    @Test
    void shouldTellEachLabelAndTheirSumWhenThereAreSeveral() {
        figures.ended(request("balance", Result.SUCCEEDED, "00", 0, 3_000));
        figures.ended(request("purchase", Result.SUCCEEDED, "00", 0, 1_000));
        figures.ended(request("purchase", Result.SUCCEEDED, "00", 0, 1_000));

        assertThat(figures.lines(UnaryOperator.identity()))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("'purchase': 2 sent; 2 succeeded"),
                        second -> assertThat(second).startsWith("'balance': 1 sent; 1 succeeded"),
                        sum -> assertThat(sum)
                                .startsWith("all requests: 3 sent; 3 succeeded, 0 declined, 0 failed; round trip p50"
                                        + " 1.000 ms, p95 3.001 ms"));
    }

    @Test
    void shouldTellTheTimeFromWhenItWasDueWhenThereIsASchedule() {
        long due = TimeUnit.SECONDS.toNanos(1);
        figures.ended(new ObservedRequest(
                "purchase", Result.SUCCEEDED, "00", OptionalLong.of(due), due + 500_000, due + 1_500_000, 100, 50));

        assertThat(figures.lines(UnaryOperator.identity()))
                .contains("lag p50 0.500 ms, p95 0.500 ms, p99 0.500 ms, max 0.500 ms;"
                        + " response time from due p50 1.500 ms, p95 1.500 ms, p99 1.500 ms, max 1.500 ms");
    }

    @Test
    void shouldCountTheRateFromWhenTheFirstWasDueWhenItWasSentLate() {
        long second = TimeUnit.SECONDS.toNanos(1);
        figures.ended(
                new ObservedRequest("purchase", Result.SUCCEEDED, "00", OptionalLong.of(0), second, second, 100, 50));
        figures.ended(new ObservedRequest(
                "purchase", Result.SUCCEEDED, "00", OptionalLong.of(2 * second), 2 * second, 2 * second, 100, 50));

        assertThat(figures.lines(UnaryOperator.identity()))
                .anySatisfy(line -> assertThat(line).contains("2 sent, 0.5 a second"));
    }

    @Test
    void shouldTellWhatHappenedToConnectionsWhenRequestsWereSent() {
        figures.happened(event("switch connect", Result.SUCCEEDED, "CONNECTED", 400));
        figures.happened(event("switch connect", Result.SUCCEEDED, "CONNECTED", 400));
        figures.happened(event("switch connect", Result.SUCCEEDED, "RESUMED", 200));
        figures.happened(event("switch connect", Result.FAILED, "CONNECTION_REFUSED", 100));
        figures.happened(event("switch sign-on", Result.SUCCEEDED, "00", 900));
        figures.ended(request("purchase", Result.SUCCEEDED, "00", 0, 1_000));

        assertThat(figures.lines(UnaryOperator.identity()))
                .contains(
                        "'switch connect': 4; p50 0.200 ms, p95 0.400 ms, p99 0.400 ms, max 0.400 ms;"
                                + " 2 x CONNECTED, 1 x CONNECTION_REFUSED, 1 x RESUMED",
                        "'switch sign-on': 1; p50 0.900 ms, p95 0.900 ms, p99 0.900 ms, max 0.900 ms; 1 x 00");
    }

    @Test
    void shouldTellNothingWhenNoRequestWasSent() {
        figures.notSent("purchase", "CONFIG_ERROR");
        figures.happened(event("switch connect", Result.FAILED, "CONNECTION_REFUSED", 100));

        assertThat(figures.lines(UnaryOperator.identity())).isEmpty();
    }

    @Test
    void shouldCountEveryRequestWhenLabelsAreNeverTheSame() {
        for (int i = 0; i < 1_000; i++) {
            figures.ended(request("purchase " + i, Result.SUCCEEDED, "00", 0, 1_000));
        }

        assertThat(figures.lines(UnaryOperator.identity()))
                .hasSize(22)
                .anySatisfy(line -> assertThat(line).startsWith("further labels: 980 sent; 980 succeeded"))
                .anySatisfy(line -> assertThat(line).startsWith("all requests: 1,000 sent; 1,000 succeeded"));
    }

    @Test
    void shouldCountEveryRequestWhenCodesAreNeverTheSame() {
        for (int i = 0; i < 1_000; i++) {
            figures.ended(request("purchase", Result.DECLINED, "code " + i, 0, 1_000));
        }

        assertThat(figures.lines(UnaryOperator.identity()))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("'purchase': 1,000 sent; 0 succeeded, 1,000 declined, 0 failed")
                        .contains("; 936 x further codes, 1 x code 0, ")
                        .contains(", 1 x code 63, ")
                        .doesNotContain("code 64"));
    }

    @Test
    void shouldLoseNothingWhenManyThreadsAddAtOnce() throws Exception {
        int threads = 8;
        int each = 10_000;
        CountDownLatch begin = new CountDownLatch(1);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            String label = "label " + i % 3;
            workers.execute(() -> {
                awaitQuietly(begin);
                for (int n = 0; n < each; n++) {
                    figures.ended(request(label, Result.SUCCEEDED, "0" + n % 10, 0, n));
                }
            });
        }
        begin.countDown();
        workers.shutdown();

        assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(figures.lines(UnaryOperator.identity()))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("all requests: 80,000 sent; 80,000 succeeded")
                        .contains("8,000 x 00, 8,000 x 01")
                        .contains("; 8,000,000 bytes sent, 4,000,000 received"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

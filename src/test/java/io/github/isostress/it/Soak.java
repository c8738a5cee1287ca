package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.session.HostRecord;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A JMeter process that sends 2,000 requests a second and more to a host in this JVM. The host plays a fault in 1 % of
 * them, every kind equally often.
 */
final class Soak {
    static final int TERMINALS = 60;

    /** Long, so that on a busy machine only the host's late answers are late. */
    private static final int TIMEOUT_MILLIS = 1_000;

    /** Longer than a garbage collection, so that a late answer is late for JMeter, too. */
    private static final int LATE_MILLIS = TIMEOUT_MILLIS + 500;

    /** Of one terminal: more than its share, since some terminals wait for an answer that does not come. */
    private static final double REQUESTS_PER_SECOND = 42;

    private static final long LONGEST_START_SECONDS = 300;
    private static final long LONGEST_END_SECONDS = 300;
    private static final String FRAMING = "binary2 max=4096";

    static final List<String> FAULTS = List.of(
            "no answer",
            "late " + LATE_MILLIS,
            "close",
            "reset",
            "cut 50%",
            "cut 50% then close",
            "byte by byte 0",
            "two in one packet",
            "twice",
            "wrong key",
            "wrong mti",
            "wrong key 4",
            "garbage",
            "garbage without frame",
            "oversize length",
            "decline 51",
            "speak first",
            "delay uniform 10-100");

    /** Faults after which a request gets no answer and its connection stays open. */
    static final List<String> LOSING = List.of("no answer", "late " + LATE_MILLIS, "wrong key", "wrong mti");

    private static final String RULES =
            FAULTS.stream().map(fault -> "mti 0200 share 0.06% : " + fault).collect(Collectors.joining("\n"));

    /**
     * A reading during the run.
     *
     * @param jmeter of the JMeter process
     * @param faults played until then
     */
    record Moment(JvmReading jmeter, long faults) {}

    final HostRecord host;
    final LoadResults results;
    final Moment early;
    final Moment late;

    /** Runs for that time. */
    Soak(Path folder, int seconds) throws Exception {
        try (EmbeddedHost listening = TestHosts.ruled(FRAMING, "iso87ascii", RULES)) {
            host = listening.record();
            Path file = folder.resolve("soak.jmx");
            plan(listening.port(), seconds).save(file);
            try (JMeterProcess.Started jmeter =
                    new JMeterProcess(folder, file).recordingLittle().start()) {
                awaitFirstRequest(jmeter.process());
                early = after(seconds / 4, jmeter.process());
                late = after(seconds / 2, jmeter.process());
                jmeter.awaitEnd(seconds + LONGEST_END_SECONDS);
                Await.until("all is quiet", () -> host.open() == 0);
                results = LoadResults.read(jmeter.jtl());
            }
        }
    }

    private static LoadPlan plan(int port, int seconds) {
        LoadPlan plan = new LoadPlan(port, TERMINALS, seconds, REQUESTS_PER_SECOND);
        plan.connection.set(Iso8583ConnectionSchema.INSTANCE.framing, FRAMING);
        plan.purchase.set(Iso8583RequestSchema.INSTANCE.responseTimeout, String.valueOf(TIMEOUT_MILLIS));
        return plan;
    }

    private void awaitFirstRequest(Process jmeter) throws InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (host.requestsReceived() == 0) {
            assertThat(jmeter.waitFor(100, TimeUnit.MILLISECONDS))
                    .as("JMeter has ended before it began")
                    .isFalse();
            assertThat(System.nanoTime()).as("JMeter begins in time").isLessThan(giveUp);
        }
    }

    private Moment after(int seconds, Process jmeter) throws IOException, InterruptedException {
        assertThat(jmeter.waitFor(seconds, TimeUnit.SECONDS))
                .as("JMeter has ended before its time")
                .isFalse();
        return new Moment(JvmReading.of(jmeter), faults());
    }

    /** How many faults of all kinds were played. */
    private long faults() {
        return host.played().values().stream().mapToLong(Long::longValue).sum();
    }

    /** How often each fault was played, by its name without numbers. */
    long played(String... faults) {
        return Arrays.stream(faults)
                .mapToLong(fault -> host.played().getOrDefault(fault, 0L))
                .sum();
    }

    /** The requests to which the host has sent no whole frame, late ones left out. */
    long neverAnswered() {
        return played(
                "no answer", "close", "reset", "cut", "cut then close", "garbage without frame", "oversize length");
    }

    /** How many late answers were sent, over connections that were still open. */
    long lateAnswersSent() {
        return host.requestsAnswered() - (host.requestsReceived() - neverAnswered() - played("late"));
    }
}

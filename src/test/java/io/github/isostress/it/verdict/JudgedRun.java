package io.github.isostress.it.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Started;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JMeter process that judges its run, and what it says of it. */
final class JudgedRun {
    private static final String VERDICT = "Verdict  ";
    private static final long START_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

    private JudgedRun() {}

    /** Provokes what can be wrong, and fails unless the verdict names it. */
    static void assertNamed(Provocation provocation, Path folder) throws Exception {
        try (EmbeddedHost host = TestHosts.ruled(provocation.hostRule())) {
            JudgedPlan plan =
                    new JudgedPlan(host.port(), provocation.threads(), provocation.loops(), provocation.perSecond());
            JMeterProcess jmeter = of(provocation.plan(plan), folder).with("iso8583.verdict.start", "1 s");
            provocation.prepare(jmeter, folder);

            List<String> verdict;
            try (Started started = jmeter.start()) {
                awaitStart(started);
                provocation.during(started);
                verdict = verdict(started);
            }

            assertThat(verdict)
                    .anySatisfy(
                            line -> assertThat(line).containsPattern("^(SUSPECT|INVALID): .*" + provocation.named()));
        }
    }

    /** A process that leaves its figures on the console only. */
    static JMeterProcess of(JudgedPlan plan, Path folder) throws IOException {
        return new JMeterProcess(folder, plan.save(folder)).recordingLittle().with("iso8583.report", false);
    }

    /** Returns when requests are judged: when the start of the run is over. */
    private static void awaitStart(Started jmeter) {
        awaitFirstRequest(jmeter);
        long sent = System.nanoTime();
        Await.until("the start of the run is over", () -> System.nanoTime() - sent > START_NANOS);
    }

    /** Returns when the load begins. */
    static void awaitFirstRequest(Started jmeter) {
        Await.until("requests are sent", () -> log(jmeter).contains("the first request is due"));
    }

    private static String log(Started jmeter) {
        try {
            return Files.exists(jmeter.log()) ? Files.readString(jmeter.log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the verdict on the console when the run has ended. */
    static List<String> verdict(Started jmeter) throws Exception {
        jmeter.awaitEndOfRun(Provocation.LONGEST_SECONDS);
        return Files.readAllLines(jmeter.console()).stream()
                .filter(line -> line.startsWith(VERDICT))
                .map(line -> line.substring(VERDICT.length()))
                .toList();
    }
}

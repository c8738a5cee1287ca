package io.github.isostress.it.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.it.JMeterProcess;
import io.github.isostress.support.TestHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rate that agents make together, at one host. Takes a minute, so it runs only when asked: {@code mvn -B verify
 * -Dit.test=RateOfAgentsIT -Dagents=3}. {@code agents.seconds} is how long the load is, {@code agents.rps} the rate.
 */
@Tag("alone")
@EnabledIfSystemProperty(named = "agents", matches = "[2-9]")
class RateOfAgentsIT {
    private static final int SECONDS = Integer.getInteger("agents.seconds", 30);
    private static final int RATE = Integer.getInteger("agents.rps", 600);
    private static final long LONGEST_SECONDS = 120;
    private static final double PART = 0.01;

    private final List<RunningAgent> agents = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeEach
    void startAgents() throws Exception {
        for (int agent = 1; agent <= Integer.getInteger("agents"); agent++) {
            agents.add(new RunningAgent(folder.resolve("agent-" + agent), JMeterProcess.HOME));
        }
        agents.forEach(RunningAgent::awaitReady);
    }

    @AfterEach
    void endAgents() {
        agents.forEach(RunningAgent::close);
    }

    @Test
    void shouldReachTheWholeRateWhenEachAgentSendsItsShare() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Path jtl = run(host);

            Map<String, List<Long>> starts = startsByAgent(jtl);
            Measured measured = Measured.of(starts.values());
            starts.forEach((agent, own) -> System.out.printf(
                    "%s: %d requests, the first %d ms after the first of all%n",
                    agent, own.size(), own.get(0) - measured.first()));
            System.out.println(measured);
            System.out.println("while all send: " + Measured.whileAllSend(starts.values()));
            assertThat(starts).hasSize(agents.size());
            assertThat(measured.perSecond()).isCloseTo(RATE, within(RATE * PART));
        }
    }

    private Path run(EmbeddedHost host) throws Exception {
        try (JMeterProcess.Started jmeter = new JMeterProcess(folder, JMeterProcess.STRESS_PLAN)
                .recordingLittle()
                .with("server.rmi.ssl.disable", true)
                .with("host", "127.0.0.1")
                .with("port", host.port())
                .with("rps", RATE)
                .with("workers", 10)
                .with("test_duration_secs", SECONDS)
                .option("-R", agents.stream().map(RunningAgent::name).collect(Collectors.joining(",")))
                .start()) {
            jmeter.awaitEnd(SECONDS + LONGEST_SECONDS);
            return jmeter.jtl();
        }
    }

    /** When each agent's requests began, in milliseconds; JMeter puts its name before a thread's. */
    private Map<String, List<Long>> startsByAgent(Path jtl) throws Exception {
        List<String> rows = Files.readAllLines(jtl);
        List<String> columns = List.of(rows.get(0).split(","));
        Map<String, List<Long>> starts = new TreeMap<>();
        rows.stream().skip(1).map(row -> row.split(",", -1)).forEach(row -> {
            if (row[columns.indexOf("label")].equals("purchase")) {
                String thread = row[columns.indexOf("threadName")];
                starts.computeIfAbsent(thread.substring(0, thread.indexOf('-')), agent -> new ArrayList<>())
                        .add(Long.parseLong(row[columns.indexOf("timeStamp")]));
            }
        });
        starts.values().forEach(own -> own.sort(null));
        return starts;
    }

    /** What agents sent until the first of them had ended. */
    private record Measured(long first, long last, int requests) {
        static Measured of(Iterable<List<Long>> starts) {
            List<Long> all = new ArrayList<>();
            long end = Long.MAX_VALUE;
            for (List<Long> own : starts) {
                all.addAll(own);
                end = Math.min(end, own.get(own.size() - 1));
            }
            all.sort(null);
            long last = end;
            return new Measured(all.get(0), last, (int)
                    all.stream().filter(start -> start <= last).count());
        }

        static Measured whileAllSend(Collection<List<Long>> starts) {
            long begin = starts.stream().mapToLong(own -> own.get(0)).max().orElseThrow();
            return of(starts.stream()
                    .map(own -> own.stream().filter(start -> start >= begin).toList())
                    .toList());
        }

        double perSecond() {
            return (requests - 1) * 1_000.0 / (last - first);
        }

        @Override
        public String toString() {
            return "%d requests in %.3f s: %.2f a second".formatted(requests, (last - first) / 1e3, perSecond());
        }
    }
}

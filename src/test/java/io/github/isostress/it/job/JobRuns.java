package io.github.isostress.it.job;

import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.enough.ResultsSoFar;
import io.github.isostress.support.signing.AnsweringHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Runs of the examples that are whole jobs, and of a plan of version 0.1.0: all at once, each in a JMeter. */
final class JobRuns implements AutoCloseable {
    static final int TERMINALS = 4;
    static final int BATCH_SIZE = 3;

    private final Path folder;
    private final Ledger ledger = new Ledger();
    private final AnsweringHost host = AnsweringHost.ofAnyAnswers(ledger::answers);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Future<Run> terminals;
    private final Future<Run> points;
    private final Future<Run> reversals;
    private final Future<Run> reversalsOfLedger;
    private final Future<Run> earlier;

    /**
     * Starts them.
     *
     * @param folder for their files
     */
    JobRuns(Path folder) throws Exception {
        this.folder = folder;
        terminals = begin(
                job("terminals", "terminals")
                        .with("terminals", TERMINALS)
                        .with("rps", 60)
                        .with("batch_size", BATCH_SIZE)
                        .with("refunds", 0)
                        .with("voids", 15),
                soFar -> soFar.threads("batch close") == TERMINALS
                        && soFar.count("void") > 0
                        && soFar.count("balance inquiry") > 0
                        && soFar.count("purchase") > 100);
        points = begin(
                job("raw-binary", "points"), soFar -> soFar.threads("log-on") == 5 && soFar.count("spend points") > 50);
        reversals = threads.submit(reversing("reversals")::run);
        reversalsOfLedger =
                threads.submit(reversing("ledger").with("host", "127.0.0.1").with("port", host.port())::run);
        earlier = begin(
                planOfVersion010(), soFar -> soFar.threads("host connect") == 2 && soFar.threads("purchase") == 2);
    }

    private Future<Run> begin(JMeterProcess jmeter, Predicate<ResultsSoFar> enough) {
        return threads.submit(() -> jmeter.runUntil(enough));
    }

    /** The plan ends by itself when each authorisation that failed is reversed. Its time includes JMeter's beginning. */
    private JMeterProcess reversing(String name) throws IOException {
        return job("authorisation-and-reversal", name)
                .with("test_duration_secs", 20)
                .with("rps", 0)
                .with("response_timeout_ms", 400)
                .with("reversal_pause_ms", 50);
    }

    private JMeterProcess job(String example, String name) throws IOException {
        return inFolder(name, JMeterProcess.PROJECT.resolve("jmx-examples/" + example + ".jmx"));
    }

    private JMeterProcess planOfVersion010() throws Exception {
        Path plan = Path.of(JobRuns.class.getResource("/plan-0.1.0.jmx").toURI());
        return inFolder("earlier", plan).with("workers", 2).with("rps", 50);
    }

    private JMeterProcess inFolder(String name, Path plan) throws IOException {
        return new JMeterProcess(Files.createDirectory(folder.resolve(name)), plan).with("ramp_up_secs", 0);
    }

    Future<Run> terminals() {
        return terminals;
    }

    Future<Run> points() {
        return points;
    }

    /** With the host that the example brings. */
    Future<Run> reversals() {
        return reversals;
    }

    /** With the host that keeps {@link #ledger()}. */
    Future<Run> reversalsOfLedger() {
        return reversalsOfLedger;
    }

    Future<Run> earlier() {
        return earlier;
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        host.close();
    }
}

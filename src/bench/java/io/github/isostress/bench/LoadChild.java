package io.github.isostress.bench;

import io.github.isostress.bench.process.Child;
import io.github.isostress.bench.process.CommandLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A contender's process. */
final class LoadChild implements AutoCloseable {
    /** From when all connections stand until it counts. */
    private static final int SETTLING_MILLIS = 300;

    private static final int MOST_MOMENTS = 10;

    private static final int WARM_UP_LOADS = 2;

    /** The JVM has compiled what runs often when it compiles for less than that share of the time. */
    private static final double MOST_COMPILING = 0.05;

    private static final int LONGEST_WARM_UP_SECONDS = 20;

    private final LoadKind kind;
    private final Child process;

    LoadChild(LoadKind kind) throws IOException {
        this(kind, "-XX:+UseG1GC");
    }

    /** With a garbage collector that is not everybody's. */
    LoadChild(LoadKind kind, String collector) throws IOException {
        this.kind = kind;
        List<String> options = new ArrayList<>(Contender.HEAP);
        options.add(collector);
        this.process = Child.start(kind.key(), kind.main(), options, List.of());
    }

    private CommandLine ask(CommandLine command) {
        return process.ask(command);
    }

    /** Puts load on a host with so many connections, and counts for so long when all of them stand. */
    Measurement measure(HostChild host, int connections, int millis) {
        return measure(host, connections, connections, millis);
    }

    /** The same with so many threads on so many sockets. */
    Measurement measure(HostChild host, int threads, int sockets, int millis) {
        start(host, threads, sockets);
        settle();
        Measurement seen = measure(host, millis);
        stop(host);
        return seen;
    }

    /** Waits at least for a moment, and longer while the JVM compiles anew what another load had undone. */
    private void settle() {
        boolean compiled = false;
        for (int moment = 0; moment < MOST_MOMENTS && !compiled; moment++) {
            compiled = isCompiled(SETTLING_MILLIS);
        }
    }

    private boolean isCompiled(int millis) {
        double compiling = ask(CommandLine.of("measure").with("millis", millis)).number("compiling");
        return compiling / millis < MOST_COMPILING;
    }

    private Measurement measure(HostChild host, int millis) {
        CommandLine before = host.stats();
        CommandLine seen = ask(CommandLine.of("measure").with("millis", millis));
        return Measurement.of(seen, before, host.stats());
    }

    /**
     * Puts load on a host until its own code and the host's are compiled; twice, since ending a load undoes some of it.
     */
    void warmUp(HostChild host) {
        warmUp(host, Settings.USUAL_CONNECTIONS, Settings.USUAL_CONNECTIONS);
    }

    /** The same with so many threads on so many sockets. */
    void warmUp(HostChild host, int threads, int sockets) {
        for (int load = 0; load < WARM_UP_LOADS; load++) {
            start(host, threads, sockets);
            boolean compiled = false;
            for (int second = 0; second < LONGEST_WARM_UP_SECONDS && !compiled; second++) {
                compiled = isCompiled(1000);
            }
            stop(host);
        }
    }

    /** Writes to a file where it spends its CPU time under load, and measures meanwhile. */
    Measurement profile(HostChild host, Path file, int seconds) {
        start(host, Settings.USUAL_CONNECTIONS);
        ask(CommandLine.of("profile"));
        Measurement seen = measure(host, (int) TimeUnit.SECONDS.toMillis(seconds));
        ask(CommandLine.of("profiled").with("file", file));
        stop(host);
        return seen;
    }

    /** Runs a plan with a rate or a deadline to its end and gives its figures. */
    CommandLine run(HostChild host, CommandLine command) {
        return ask(host.reachedBy(command));
    }

    /** Starts the load and returns when all connections stand. */
    void start(HostChild host, int connections) {
        start(host, connections, connections);
    }

    /** Starts the load of so many threads and returns when all sockets stand. */
    private void start(HostChild host, int threads, int sockets) {
        CommandLine command = host.reachedBy(kind.start()).with("connections", threads);
        ask(sockets == threads ? command : command.with("sockets", sockets));
        host.awaitConnections(sockets);
    }

    /** Stops the load and returns when all connections are closed. */
    void stop(HostChild host) {
        ask(CommandLine.of("stop"));
        host.awaitConnections(0);
    }

    @Override
    public void close() {
        process.close();
    }
}

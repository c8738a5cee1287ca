package io.github.isostress.bench;

import io.github.isostress.bench.process.Child;
import io.github.isostress.bench.process.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A contender's process. */
final class LoadChild implements AutoCloseable {
    /** From when all connections stand until it counts. */
    private static final int SETTLING_MILLIS = 300;

    /** Enough for the JVM to have compiled what runs often. */
    private static final int WARM_UP_EXCHANGES = 300_000;

    private static final int LONGEST_WARM_UP_SECONDS = 20;

    private final Contender contender;
    private final Child process;

    LoadChild(Contender contender) throws IOException {
        this.contender = contender;
        this.process = Child.start(contender.key(), contender.main(), Contender.OPTIONS, List.of());
    }

    private Words ask(Words command) {
        return process.ask(command);
    }

    /** Puts load on a host with so many connections, and counts for so long when all of them stand. */
    Measurement measure(HostChild host, int connections, int millis) throws InterruptedException {
        start(host, connections);
        Thread.sleep(SETTLING_MILLIS);
        Words before = host.stats();
        Words seen = ask(Words.of("measure").with("millis", millis));
        Words after = host.stats();
        stop(host);
        return Measurement.of(seen, before, after);
    }

    /** Puts load on a host until its own code and the host's are compiled. */
    void warmUp(HostChild host) {
        start(host, Settings.USUAL_CONNECTIONS);
        long answered = 0;
        for (int second = 0; second < LONGEST_WARM_UP_SECONDS && answered < WARM_UP_EXCHANGES; second++) {
            answered += ask(Words.of("measure").with("millis", 1000)).number("answered", 0);
        }
        stop(host);
    }

    /** Writes to a file where its code spends its time under load. */
    void profile(HostChild host, Path file, int seconds) {
        start(host, Settings.USUAL_CONNECTIONS);
        ask(Words.of("profile").with("file", file).with("seconds", seconds));
        stop(host);
    }

    /** Runs a plan with a rate or a deadline to its end and gives its figures. */
    Words run(HostChild host, Words command) {
        return ask(host.reachedBy(command));
    }

    /** Starts the load and returns when all connections stand. */
    void start(HostChild host, int connections) {
        ask(host.reachedBy(contender.start()).with("connections", connections));
        host.awaitConnections(connections);
    }

    /** Stops the load and returns when all connections are closed. */
    void stop(HostChild host) {
        ask(Words.of("stop"));
        host.awaitConnections(0);
    }

    @Override
    public void close() {
        process.close();
    }
}

package io.github.isostress.bench;

import io.github.isostress.bench.process.Child;
import io.github.isostress.bench.process.CommandLine;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The bench's host, in a process of its own. */
final class HostChild implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-Xms128m", "-Xmx128m", "-XX:+UseSerialGC");
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final HostKind kind;
    private final Child process;
    private final int port;

    HostChild(HostKind kind) throws IOException {
        this.kind = kind;
        String name = "host-" + kind.name().toLowerCase(Locale.ROOT);
        process = Child.start(name, kind.main(), OPTIONS, List.of(kind.words()));
        port = (int) process.ask(CommandLine.of("port")).number("port");
    }

    /** Adds to a load's command what it needs to know of this host. */
    CommandLine reachedBy(CommandLine command) {
        return kind.reachedBy(command.with("port", port));
    }

    /** What it has done and cost so far. */
    CommandLine stats() {
        return process.ask(CommandLine.of("stats"));
    }

    /** How long it has held the requests since it was last asked, but for so many at the beginning. */
    CommandLine held(int beginning) {
        return process.ask(CommandLine.of("held").with("beginning", beginning));
    }

    /** Waits until exactly so many connections stand and have sent a request. */
    void awaitConnections(int count) {
        long deadline = System.nanoTime() + LONGEST_NANOS;
        while ((int) stats().number("connections") != count) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("not " + count + " connections but " + stats());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}

package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.process.Commands;
import io.github.isostress.bench.process.ProcessCpu;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** What every load can be told: {@code start}, {@code measure millis=...} any number of times, {@code stop}. */
final class LoadCommands {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private final Load load;

    private LoadCommands(Load load) {
        this.load = load;
    }

    /** Those of a client without JMeter, which can also be told to {@code run} at a rate. */
    static Commands ofClient(Client.Opening opening) {
        return of(new ThreadedLoad(opening)).on("run", told -> PacedClient.run(opening, told));
    }

    static Commands of(Load load) {
        LoadCommands commands = new LoadCommands(load);
        return new Commands()
                .on("start", told -> {
                    load.start(told);
                    return Commands.answer();
                })
                .on("measure", commands::measure)
                .on("stop", told -> {
                    load.stop();
                    return Commands.answer();
                });
    }

    /** Counts what happens between two instants. */
    private CommandLine measure(CommandLine told) throws InterruptedException {
        long failed = load.failed();
        long allocated = allocated();
        long cpu = ProcessCpu.nanos();
        long compiling = COMPILER.getTotalCompilationTime();
        long answered = load.answered();
        long start = System.nanoTime();
        Thread.sleep(told.number("millis", 1000));
        long end = System.nanoTime();
        long answeredThen = load.answered();
        return Commands.answer()
                .with("nanos", end - start)
                .with("answered", answeredThen - answered)
                .with("cpu", ProcessCpu.nanos() - cpu)
                .with("allocated", allocated() - allocated)
                .with("compiling", COMPILER.getTotalCompilationTime() - compiling)
                .with("failed", load.failed() - failed);
    }

    /** How many bytes all threads that live have allocated so far. */
    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}

package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.process.Commands;
import java.io.IOException;
import java.time.Duration;
import one.profiler.AsyncProfiler;
import org.apache.jmeter.engine.StandardJMeterEngine;

/** A JMeter as it is installed, its engine run without its command line, so that one warm JVM runs many plans. */
public final class JMeterClient implements Load {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Counter counter = new Counter();
    private StandardJMeterEngine engine;

    private JMeterClient() {}

    /** Obeys until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        JMeterHome.open();
        LoadCommands.of(new JMeterClient())
                .on("run", JMeterClient::run)
                .on("profile", JMeterClient::profile)
                .on("profiled", JMeterClient::profiled)
                .obey();
    }

    /**
     * Runs a plan to its end, {@code seconds} long, and tells what a {@link Recorder} has seen after the {@code
     * beginning}.
     */
    private static CommandLine run(CommandLine told) throws Exception {
        Recorder recorder = new Recorder((int) told.number("beginning", 0));
        StandardJMeterEngine engine = new StandardJMeterEngine();
        engine.configure(new ContenderPlan(told, recorder).tree());
        engine.runTest();
        engine.awaitTermination(LONGEST);
        CommandLine figures = recorder.addTo(Commands.answer());
        long least = told.number("least", 0);
        return least == 0 ? figures : figures.with("share", recorder.share(least, told.number("most", 0)));
    }

    /** From now on it is sampled what the threads do with their CPU time, in the kernel too, or another event. */
    private static CommandLine profile(CommandLine told) throws IOException {
        AsyncProfiler.getInstance().execute("start,event=" + told.text("event", "ctimer,interval=1ms") + ",threads");
        return Commands.answer();
    }

    /** Writes the samples to a {@code file}. */
    private static CommandLine profiled(CommandLine told) throws IOException {
        AsyncProfiler.getInstance().execute("stop,collapsed,threads,file=" + told.text("file", "profile.collapsed"));
        return Commands.answer();
    }

    @Override
    public void start(CommandLine told) throws Exception {
        counter = new Counter();
        engine = new StandardJMeterEngine();
        engine.configure(new ContenderPlan(told, counter).tree());
        engine.runTest();
    }

    @Override
    public long answered() {
        return counter.answered();
    }

    @Override
    public long failed() {
        return counter.failed();
    }

    @Override
    public void stop() throws Exception {
        engine.stopTest(false);
        engine.awaitTermination(LONGEST);
    }
}

package io.github.isostress.bench.client;

import io.github.isostress.bench.process.Commands;
import io.github.isostress.bench.process.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import org.apache.jmeter.engine.StandardJMeterEngine;

/** A JMeter as it is installed, its engine run without its command line, so that one warm JVM runs many plans. */
public final class JMeterClient implements Load {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration SAMPLING_PERIOD = Duration.ofMillis(10);

    private Counter counter = new Counter();
    private StandardJMeterEngine engine;

    private JMeterClient() {}

    /** Obeys until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        JMeterHome.open();
        LoadCommands.of(new JMeterClient())
                .on("run", JMeterClient::run)
                .on("profile", JMeterClient::profile)
                .obey();
    }

    /** Runs a plan to its end, {@code seconds} long, and tells what a {@link Recorder} has seen after the {@code beginning}. */
    private static Words run(Words told) throws Exception {
        Recorder recorder = new Recorder((int) told.number("beginning", 0));
        StandardJMeterEngine engine = new StandardJMeterEngine();
        engine.configure(new LoadPlan(told, recorder).tree());
        engine.runTest();
        engine.awaitTermination(LONGEST);
        Words figures = recorder.addTo(Commands.answer());
        long least = told.number("least", 0);
        return least == 0 ? figures : figures.with("share", recorder.share(least, told.number("most", 0)));
    }

    /** Records for so many {@code seconds} into a {@code file} where Java code spends its time. */
    private static Words profile(Words told) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(SAMPLING_PERIOD);
            recording.start();
            Thread.sleep(Duration.ofSeconds(told.number("seconds", 1)).toMillis());
            recording.stop();
            recording.dump(Path.of(told.text("file", "profile.jfr")));
        }
        return Commands.answer();
    }

    @Override
    public void start(Words told) throws Exception {
        counter = new Counter();
        engine = new StandardJMeterEngine();
        engine.configure(new LoadPlan(told, counter).tree());
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

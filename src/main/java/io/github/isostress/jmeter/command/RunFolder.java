package io.github.isostress.jmeter.command;

import io.github.isostress.host.DemoCertificates;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.live.FollowedLoad;
import io.github.isostress.jmeter.run.TestRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jmeter.util.JMeterUtils;

/** Runs the stress plan into a folder of results, and shows how it goes and what came of it. For one thread. */
final class RunFolder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final long SECOND = 1_000;
    private static final String CALIBRATE = "iso8583.calibrate";

    private final PrintStream out;
    private final PrintStream err;
    private final Path folder;
    private final Path results;
    private final Path log;
    private final AtomicInteger stops = new AtomicInteger();

    /**
     * A folder for one run.
     *
     * @param named by the user; empty for one that is named by the time
     * @throws IllegalArgumentException if it has the results of another run
     */
    RunFolder(Optional<Path> named, PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        folder = named.orElseGet(() -> Path.of("iso-stress-" + TIME.format(LocalDateTime.now())))
                .toAbsolutePath()
                .normalize();
        results = folder.resolve("results.jtl");
        log = folder.resolve("jmeter.log");
        if (Files.exists(results)) {
            throw new IllegalArgumentException("--out: " + folder + " has the results of another run already");
        }
    }

    /** Runs it; returns the exit code of what it left. */
    int run(Path home, RunSettings settings) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path certificates = folder.resolve("certs");
        if (settings.isEmbedded() && settings.is(RunKey.USE_TLS)) {
            DemoCertificates.ensure(certificates);
        }
        // A message may have a card number: the plan is for this user's eyes, and only as long as it is read.
        Path plan = Files.createTempDirectory("iso-stress").resolve("stress.jmx");
        EngineRun run;
        try {
            Files.writeString(plan, WrittenPlan.of(settings, certificates));
            run = new EngineRun(home, plan, results, log);
        } finally {
            Files.deleteIfExists(plan);
            Files.delete(plan.getParent());
        }
        settings.given(RunKey.CLIENT_CERT_PASSWORD)
                .ifPresent(password -> JMeterUtils.setProperty(RunKey.CLIENT_CERT_PASSWORD.key(), password));
        settings.given(RunKey.CALIBRATE).ifPresent(seconds -> JMeterUtils.setProperty(CALIBRATE, seconds));
        out.println("Puts load on " + settings + ". Ctrl+C stops it.");
        follow(run, new RunScreen(out, TerminalLine.of(out, System.getenv("TERM")), settings.seconds()));
        run.requireRun();
        return new LeftResults(results, log, out, err).summed(TestRun.record());
    }

    private void follow(EngineRun run, RunScreen screen) throws InterruptedException {
        CtrlC.does(() -> screen.say(stop(run)));
        FollowedLoad load = FollowedLoad.of(CurrentRun.context());
        long began = System.nanoTime();
        run.start();
        for (long second = 1; !run.hasEndedWithin(SECOND * second - millisSince(began)); second++) {
            load.second();
            screen.second(load.view(), second);
            if (stops.get() > 0) {
                // Asked before the engine had begun, it has forgotten it.
                run.stop(stops.get() > 1);
            }
        }
        screen.end();
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private String stop(EngineRun run) {
        boolean now = stops.incrementAndGet() > 1;
        run.stop(now);
        return now
                ? "Stops now."
                : "Stops: requests under way may end, connections sign off. Ctrl+C again does not wait for them.";
    }
}

package io.github.isostress.jmeter.live;

import io.github.isostress.jmeter.MissingJar;
import io.github.isostress.jmeter.RunContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the progress of a run in this JVM where the JMeter property {@link ProgressInterval#PROPERTY} asks for it,
 * whatever listeners its plan has. Thread-safe.
 */
public final class RunProgress implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunProgress.class);
    /** Tells nothing. */
    public static final RunProgress NONE = new RunProgress(null);

    private final Ticker ticker;

    private RunProgress(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Begins with the run; does nothing where the property does not ask for it. Does not throw. */
    public static RunProgress of(RunContext run) {
        Progress progress = Progress.every(ProgressInterval.ofProperty().orElse(0));
        if (!progress.isTold()) {
            return NONE;
        }
        try {
            FollowedLoad load = FollowedLoad.of(run);
            return new RunProgress(new Ticker(() -> {
                load.second();
                progress.second(() -> Optional.of(new LiveState(load.view(), true, false, true, load.verdict())));
            }));
        } catch (LinkageError e) {
            LOG.warn("No progress is told: {}", MissingJar.sentence(e));
            return NONE;
        }
    }

    /** Ends with the run. */
    @Override
    public void close() {
        if (ticker != null) {
            ticker.close();
        }
    }
}

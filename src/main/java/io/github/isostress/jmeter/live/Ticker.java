package io.github.isostress.jmeter.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something once a second, on a thread of its own that holds no JVM up. Thread-safe. */
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "ISO 8583 Results");
        made.setDaemon(true);
        return made;
    });

    Ticker(Runnable work) {
        thread.scheduleAtFixedRate(() -> attempt(work), 0, 1, TimeUnit.SECONDS);
    }

    /** A failure must not end the ticking, which would be silent. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The live figures of a second are missing", e);
        }
    }

    /** Ends it, without waiting for what is being done. */
    @Override
    public void close() {
        thread.shutdown();
    }
}

package io.github.isostress.wire;

import io.github.isostress.framing.FrameReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Knows how long a connection has been idle, and finds out whether it has ended meanwhile. Used by one thread. */
final class IdleProbe {
    /** A connection that was in use this lately is taken for alive. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** For an end of the stream that has come already to be seen. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final FrameReader reader;
    private volatile long lastUsedNanos = System.nanoTime();
    private long lastProbedNanos = lastUsedNanos;

    IdleProbe(FrameReader reader) {
        this.reader = reader;
    }

    /** Notes that a frame was sent or received then. */
    void used(long nanos) {
        lastUsedNanos = nanos;
    }

    /** For any thread. */
    long lastUsedNanos() {
        return lastUsedNanos;
    }

    /** Whether the stream has ended or was reset; looks only if it was neither used nor probed for a second. */
    boolean findsEnd() {
        long now = System.nanoTime();
        if (now - lastUsedNanos < IDLE_NANOS || now - lastProbedNanos < IDLE_NANOS) {
            return false;
        }
        lastProbedNanos = now;
        try {
            return !reader.takeIn(now + PATIENCE_NANOS);
        } catch (IOException e) {
            return true;
        }
    }
}

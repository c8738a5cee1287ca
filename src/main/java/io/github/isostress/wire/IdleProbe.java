package io.github.isostress.wire;

import io.github.isostress.framing.FrameReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Knows how long a connection has been idle, and detects that it ended meanwhile. Used by one thread at a time. */
final class IdleProbe {
    /** A connection used within this time counts as alive. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Time to see an end of the stream that has come already. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final FrameReader reader;
    private volatile long lastUsedNanos = System.nanoTime();
    private long lastProbedNanos = lastUsedNanos;

    IdleProbe(FrameReader reader) {
        this.reader = reader;
    }

    void used(long nanos) {
        lastUsedNanos = nanos;
    }

    /** May be called by any thread. */
    long lastUsedNanos() {
        return lastUsedNanos;
    }

    /** Whether the stream has ended or was reset; looks only if it was neither used nor probed for a second. */
    boolean findsEnd() {
        long now = System.nanoTime();
        boolean lately = now - lastUsedNanos < IDLE_NANOS || now - lastProbedNanos < IDLE_NANOS;
        return !lately && findsEndNow();
    }

    /** Whether the stream has ended or was reset; takes about a millisecond if it has not. */
    boolean findsEndNow() {
        long now = System.nanoTime();
        lastProbedNanos = now;
        try {
            return !reader.takeIn(now + PATIENCE_NANOS);
        } catch (IOException e) {
            return true;
        }
    }
}

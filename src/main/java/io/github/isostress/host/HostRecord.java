package io.github.isostress.host;

import java.util.concurrent.atomic.LongAdder;

/** What has happened at a host since it started. Thread-safe; each figure by itself is exact once the host is quiet. */
public final class HostRecord {
    private final LongAdder connections = new LongAdder();
    private final LongAdder refusedHandshakes = new LongAdder();
    private final LongAdder closed = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder unanswered = new LongAdder();

    void connected() {
        connections.increment();
    }

    void handshakeRefused() {
        refusedHandshakes.increment();
    }

    void disconnected() {
        closed.increment();
    }

    void answered() {
        answered.increment();
    }

    void unanswered() {
        unanswered.increment();
    }

    /** Connections that were accepted and, for TLS, came through the handshake. */
    public long connections() {
        return connections.sum();
    }

    /** Connections of {@link #connections()} that stand now. */
    public long open() {
        return connections.sum() - closed.sum();
    }

    /** Connections whose TLS handshake failed. */
    public long refusedHandshakes() {
        return refusedHandshakes.sum();
    }

    /** Requests answered. */
    public long requestsAnswered() {
        return answered.sum();
    }

    /** Frames that were no request the host could read, and frames that were none. */
    public long framesUnanswered() {
        return unanswered.sum();
    }

    /** The figures in one line. */
    @Override
    public String toString() {
        return connections() + " connections (" + open() + " open, " + refusedHandshakes() + " handshakes refused), "
                + requestsAnswered() + " requests answered, " + framesUnanswered() + " not answered";
    }
}

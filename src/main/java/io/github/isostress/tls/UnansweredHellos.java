package io.github.isostress.tls;

import io.github.isostress.wire.DeadlineSocket;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The handshakes under way that we began as a client. A host that waits for a message in plain TCP, and a TLS host that
 * is slow, say nothing to a hello, both alike. Thread-safe.
 */
final class UnansweredHellos {
    private final Map<DeadlineSocket, Long> begunNanos = new ConcurrentHashMap<>();

    /** A handshake begins on a socket that is connected. */
    void begins(DeadlineSocket transport) {
        begunNanos.put(transport, System.nanoTime());
    }

    void ends(DeadlineSocket transport) {
        begunNanos.remove(transport);
    }

    /** How long the longest has gone on without a byte from the host, in nanoseconds; empty if there is none such. */
    OptionalLong longestNanos() {
        long now = System.nanoTime();
        return begunNanos.entrySet().stream()
                .filter(each -> !each.getKey().hasReceived())
                .mapToLong(each -> now - each.getValue())
                .max();
    }
}

package io.github.isostress.jmeter.record;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the samples of connections from those of requests by their labels, where nothing else does. A request may be
 * called "balance echo": such a label counts once a connection "balance" has been opened. Thread-safe.
 */
public final class ConnectionLabels {
    private final Set<String> connections = ConcurrentHashMap.newKeySet();

    /**
     * What the next sample stands for; samples come in the order in which they ended.
     *
     * @param code its response code
     * @return empty for a request
     */
    public Optional<SampleKind> kindOf(String label, String code) {
        return SampleKind.ofLabel(label).filter(kind -> isOfConnection(kind, kind.connection(label), code));
    }

    private boolean isOfConnection(SampleKind kind, String connection, String code) {
        boolean tellsOfAConnection = kind.opensConnection() || kind == SampleKind.POOL_WAIT;
        if (tellsOfAConnection && isNoResponseCode(code)) {
            connections.add(connection);
        }
        return connections.contains(connection);
    }

    /** Unlike those of answers, our codes begin with letters. */
    private static boolean isNoResponseCode(String code) {
        return !code.isEmpty() && !Character.isDigit(code.charAt(0));
    }
}

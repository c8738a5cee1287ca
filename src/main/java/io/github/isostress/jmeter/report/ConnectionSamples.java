package io.github.isostress.jmeter.report;

import io.github.isostress.jmeter.SampleKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the samples of connections from those of requests, in a JTL that is read from its beginning. Its column {@link
 * JtlColumns#KIND} says so. A JTL without this column leaves the label, and a request may be called "balance echo":
 * there the label counts once a connection "balance" has been opened. Used by one thread.
 */
final class ConnectionSamples {
    private final Set<String> connections = new HashSet<>();

    /** The kind of the next sample; empty for a request. */
    Optional<SampleKind> kindOf(JtlSample sample) {
        return sample.kind().isPresent()
                ? SampleKind.ofWords(sample.kind().get())
                : SampleKind.ofLabel(sample.label()).filter(kind -> isOfConnection(kind, sample));
    }

    private boolean isOfConnection(SampleKind kind, JtlSample sample) {
        String name = kind.connection(sample.label());
        boolean tellsOfAConnection = kind.opensConnection() || kind == SampleKind.POOL_WAIT;
        if (tellsOfAConnection && !Character.isDigit((sample.code() + "0").charAt(0))) {
            connections.add(name);
        }
        return connections.contains(name);
    }
}

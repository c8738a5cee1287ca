package io.github.isostress.jmeter.report.jtl;

import io.github.isostress.jmeter.record.ConnectionLabels;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.record.SampleKind;
import java.util.Optional;

/**
 * Tells the samples of connections from those of requests, in a JTL that is read from its beginning: by its column
 * {@link JtlColumns#KIND}, or by labels where it has none. Used by one thread.
 */
public final class ConnectionSamples {
    private final ConnectionLabels labels = new ConnectionLabels();

    /** The kind of the next sample; empty for a request. */
    public Optional<SampleKind> kindOf(JtlSample sample) {
        return sample.kind().isPresent()
                ? SampleKind.ofWords(sample.kind().get())
                : labels.kindOf(sample.label(), sample.code());
    }
}

package io.github.isostress.bench.client;

import org.apache.jmeter.reporters.Summariser;

/**
 * A listener that takes figures only, as JMeter's own summariser does, which it therefore is: no sample need be
 * described for it. It prints nothing.
 */
abstract class FiguresListener extends Summariser {
    private static final long serialVersionUID = 1L;

    @Override
    public final void testStarted() {
        // There is nothing to print.
    }

    @Override
    public final void testEnded() {
        // There is nothing to print.
    }
}

package io.github.isostress.jmeter.element;

import io.github.isostress.health.condition.GeneratorWatch;

/**
 * How long JMeter takes with a sample when the sampler has returned it: post-processors, assertions, listeners. Used by
 * the thread that samples.
 */
final class TimeAfterSample {
    /** Null between the end of it and the next sample. */
    private GeneratorWatch watch;

    private long beginNanos;

    /** The sampler returns its sample. */
    void begin(GeneratorWatch ofRun) {
        watch = ofRun;
        beginNanos = System.nanoTime();
    }

    /** The sample is done with. */
    void end() {
        if (watch != null) {
            watch.spentInListeners(System.nanoTime() - beginNanos);
            watch = null;
        }
    }
}

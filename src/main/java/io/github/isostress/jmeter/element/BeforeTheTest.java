package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.RunContext;

/**
 * What is done before anything of ours starts with a test, in its engine's thread. Packages above this one do it: they
 * name a class in {@code META-INF/services}, under this interface's name.
 */
public interface BeforeTheTest {
    /**
     * Does it. May block, but not once the test is stopped. Must not throw: JMeter would end the run without a sample.
     */
    void prepare(RunContext run);
}

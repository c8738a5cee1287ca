package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.CurrentRun;
import org.apache.jmeter.testelement.TestStateListener;

/**
 * An element of a plan that hears when a test starts and ends. JMeter tells an agent's elements by methods of their
 * own, with the agent's name, which makes no difference here.
 */
interface RunElement extends TestStateListener {
    /**
     * Does nothing unless an element needs it: the copies that threads have of an element begin with their first
     * sample. Must not throw: JMeter would end the run without a sample, and an agent would stay busy for ever.
     */
    @Override
    default void testStarted() {}

    @Override
    default void testStarted(String agent) {
        testStarted();
    }

    /** Ends the run. The first element that hears of the end does it, for a plan may hold any of them. */
    @Override
    default void testEnded() {
        CurrentRun.end();
    }

    @Override
    default void testEnded(String agent) {
        testEnded();
    }
}

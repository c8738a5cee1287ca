package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.run.TestRun;
import org.apache.jmeter.testelement.TestStateListener;

/**
 * An element of a plan that hears when a test starts and ends. JMeter tells an agent's elements by methods of their
 * own, with the agent's name, which makes no difference here.
 */
interface RunElement extends TestStateListener {
    /** Begins the run. The first element that hears of the start does it, once all is done that comes before. */
    @Override
    default void testStarted() {
        TestBeginning.heard();
        TestRun.begin(RunningPlan::tree);
        begin();
    }

    @Override
    default void testStarted(String agent) {
        testStarted();
    }

    /**
     * Begins with the test. Does nothing unless an element needs it: the copies that threads have of an element begin
     * with their first sample. Must not throw: JMeter would end the run without a sample, and an agent would stay busy
     * for ever.
     */
    default void begin() {}

    /** Ends the run. The first element that hears of the end does it, for a plan may hold any of them. */
    @Override
    default void testEnded() {
        TestRun.end();
    }

    @Override
    default void testEnded(String agent) {
        testEnded();
    }
}

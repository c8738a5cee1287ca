package io.github.isostress.jmeter.gui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jmeter.samplers.SampleResult;

/** A trial that runs once, off the event thread, and gives a sample for each step. */
interface Attempt extends Callable<List<SampleResult>> {
    /** Ends the attempt soon, or keeps it from beginning. Does not block. */
    void cancel();

    /** What it waits for at the moment, in words; empty if there is nothing to say of it. On the event thread. */
    default Optional<String> awaited() {
        return Optional.empty();
    }
}

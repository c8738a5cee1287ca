package io.github.isostress.jmeter.gui;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jmeter.samplers.SampleResult;

/** Something that is tried once, off the event thread, and tells of each step by a sample. */
interface Attempt extends Callable<List<SampleResult>> {
    /** Ends it soon, or keeps it from beginning. Does not block. */
    void cancel();
}

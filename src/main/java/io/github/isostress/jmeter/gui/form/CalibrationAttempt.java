package io.github.isostress.jmeter.gui.form;

import java.util.concurrent.Callable;

/** A calibration that runs once, off the event thread, and gives its figures in words. */
interface CalibrationAttempt extends Callable<String> {
    /** Ends it soon, or keeps it from beginning; the call throws a CancellationException then. Does not block. */
    void cancel();
}

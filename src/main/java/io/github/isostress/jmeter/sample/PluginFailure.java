package io.github.isostress.jmeter.sample;

import io.github.isostress.failure.FailureReport;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.MissingJar;

/** Tells of an exception or error that nothing foresaw: the plugin is to blame, and the thread goes on. */
public final class PluginFailure {
    private PluginFailure() {}

    /**
     * The failure, whose stack trace is logged.
     *
     * @param name of the element that tells it
     * @throws OutOfMemoryError if it is that one: then nothing more can be done
     */
    public static FailureReport of(String name, Throwable thrown) {
        if (thrown instanceof LinkageError missing) {
            return MissingJar.failure(missing);
        }
        FailureReport failure = FailureReport.internal(thrown);
        CurrentRun.context().failures().trace(name, thrown);
        return failure;
    }

    /** See {@link #of}; code, sentence and particulars in one line. */
    public static String sentence(String name, Throwable thrown) {
        return of(name, thrown).toString();
    }
}

package io.github.isostress.jmeter;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;

/** What to tell of a class that is not there: one of the plugin's jars was forgotten or replaced by another version. */
public final class MissingJar {
    private MissingJar() {}

    /** The class, and what may be wrong. */
    public static String sentence(LinkageError e) {
        return "a class is missing or of another version (" + e.getMessage()
                + "); is each of the plugin's jars in JMeter's lib/ext, lib/ext/iso-stress or lib, and there once?";
    }

    /** {@link Failure#CONFIG_ERROR}, with that sentence. */
    public static FailureReport failure(LinkageError e) {
        return new FailureReport(Failure.CONFIG_ERROR, sentence(e));
    }
}

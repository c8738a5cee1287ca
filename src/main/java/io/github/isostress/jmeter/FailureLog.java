package io.github.isostress.jmeter;

import io.github.isostress.jmeter.record.FailureLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the lines in which a run says why its samples have failed. Thread-safe. */
interface FailureLog {
    /** For a trial or a preview: the user sees the samples. */
    FailureLog NOWHERE = new FailureLog() {
        @Override
        public void warn(String line) {
            // Nothing is logged.
        }

        @Override
        public void error(String lines) {
            // Nothing is logged.
        }
    };

    FailureLog JMETER_LOG = new FailureLog() {
        private static final Logger LOG = LoggerFactory.getLogger(FailureLines.LOGGER);

        @Override
        public void warn(String line) {
            LOG.warn(line);
        }

        @Override
        public void error(String lines) {
            LOG.error(lines);
        }
    };

    /** Logs a line about failed samples. */
    void warn(String line);

    /** Logs a failure of the plugin itself: what failed, then the stack trace. */
    void error(String lines);
}

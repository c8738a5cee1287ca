package io.github.isostress.jmeter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a run tells why its samples have failed. Thread-safe. */
interface FailureLog {
    /** Of a trial or a preview: whoever tries sees the samples themselves. */
    FailureLog NOWHERE = new FailureLog() {
        @Override
        public void warn(String line) {
            // Nobody reads it.
        }

        @Override
        public void error(String lines) {
            // Nobody reads it.
        }
    };

    /** JMeter's log. */
    FailureLog JMETER_LOG = new FailureLog() {
        private static final Logger LOG = LoggerFactory.getLogger(RunFailures.class);

        @Override
        public void warn(String line) {
            LOG.warn(line);
        }

        @Override
        public void error(String lines) {
            LOG.error(lines);
        }
    };

    /** Tells of samples that have failed. */
    void warn(String line);

    /** Tells of a failure of the plugin itself. */
    void error(String lines);
}

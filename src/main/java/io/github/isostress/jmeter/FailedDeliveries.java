package io.github.isostress.jmeter;

import io.github.isostress.health.condition.Counted;
import io.github.isostress.health.condition.LoadCounts;
import io.github.isostress.health.condition.LoadGauge;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jmeter.samplers.SampleSender;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/**
 * Counts what an agent could not deliver to its controller. JMeter's senders keep nothing of that but a line with the
 * exception in the log, one for each delivery: as many samples are lost at least, and with a sender of batches more. Of
 * a sample that is lost without an exception nothing is known here. Thread-safe.
 */
final class FailedDeliveries implements LoadGauge, AutoCloseable {
    private static final String SENDERS = SampleSender.class.getPackageName();

    private final LongAdder failed = new LongAdder();
    private final Appender appender = new Appender(failed);
    private final Logger log;

    private static final class Appender extends AbstractAppender {
        private final LongAdder failed;

        Appender(LongAdder failed) {
            super("iso8583-failed-deliveries", null, null, true, Property.EMPTY_ARRAY);
            this.failed = failed;
        }

        @Override
        public void append(LogEvent event) {
            if (event.getThrown() != null && event.getLoggerName().endsWith("Sender")) {
                failed.increment();
            }
        }
    }

    /**
     * Counts from now on.
     *
     * @throws LinkageError if JMeter logs by another library than its own
     * @throws ClassCastException likewise
     */
    FailedDeliveries() {
        log = (Logger) LogManager.getLogger(SENDERS);
        appender.start();
        log.addAppender(appender);
        // Else its lines are not shown any more, since log4j takes this from the root, where it says nothing.
        log.setAdditive(true);
    }

    @Override
    public void addTo(LoadCounts counts) {
        counts.add(Counted.SAMPLES_DROPPED, failed.sum());
    }

    @Override
    public void close() {
        log.removeAppender(appender);
        appender.stop();
    }
}

package io.github.isostress.jmeter.agent;

import io.github.isostress.health.condition.Counted;
import io.github.isostress.health.condition.LoadCounts;
import io.github.isostress.health.condition.LoadGauge;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jmeter.samplers.SampleSender;

/**
 * Counts what an agent could not deliver to its controller. JMeter's senders keep nothing of that but a line with the
 * exception in the log, one for each delivery: as many samples are lost at least, and with a sender of batches more. Of
 * a sample that is lost without an exception nothing is known here. Thread-safe.
 */
public final class FailedDeliveries implements LoadGauge, AutoCloseable {
    private static final String SENDERS = SampleSender.class.getPackageName();

    private final LongAdder failed = new LongAdder();
    private final HeardLog log =
            HeardLog.ofPackage(SENDERS, this::said, "Samples lost on the way to a controller are not counted");

    private void said(HeardLog.Line line) {
        if (line.isOfException() && line.speaker().endsWith("Sender")) {
            failed.increment();
        }
    }

    /** Adds those that have failed since this was made. */
    @Override
    public void addTo(LoadCounts counts) {
        counts.add(Counted.SAMPLES_DROPPED, failed.sum());
    }

    /** Counts no more. */
    @Override
    public void close() {
        log.close();
    }
}

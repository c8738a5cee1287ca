package io.github.isostress.jmeter;

import io.github.isostress.health.condition.GeneratorWatch;
import io.github.isostress.jmeter.agent.FailedDeliveries;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jmeter.threads.JMeterContextService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch of a test's run, with what JMeter alone knows. Where something cannot be watched, the test goes on.
 * Thread-safe.
 */
final class TestWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TestWatch.class);

    private final GeneratorWatch generator = new GeneratorWatch();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile FailedDeliveries deliveries;

    GeneratorWatch generator() {
        return generator;
    }

    /** Begins to watch. Calls after the first do nothing. Does not throw. */
    void begin() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        generator.add(counts -> counts.addThreads(JMeterContextService.getNumberOfThreads()));
        deliveries = new FailedDeliveries();
        generator.add(deliveries);
        try {
            generator.begin();
        } catch (OutOfMemoryError e) {
            LOG.warn(
                    "The load generator is not watched, since no thread could be started for that: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        generator.close();
        if (deliveries != null) {
            deliveries.close();
        }
    }
}

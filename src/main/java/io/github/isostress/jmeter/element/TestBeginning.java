package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.RunCache;
import io.github.isostress.jmeter.RunContext;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The beginning of a test: the first element that hears of it has everybody prepare. Stateless. */
final class TestBeginning {
    private static final Logger LOG = LoggerFactory.getLogger(TestBeginning.class);

    private static final RunCache<Class<?>, AtomicBoolean> BEGUN = new RunCache<>(1, any -> new AtomicBoolean());

    private TestBeginning() {}

    /** An element hears that the test begins. */
    static void heard() {
        RunContext run = CurrentRun.context();
        if (BEGUN.get(run, RunElement.class).compareAndSet(false, true)) {
            prepare(run);
        }
    }

    private static void prepare(RunContext run) {
        try {
            // The loader of an engine's thread need not know our jar.
            ServiceLoader.load(BeforeTheTest.class, BeforeTheTest.class.getClassLoader())
                    .forEach(work -> work.prepare(run));
        } catch (ServiceConfigurationError e) {
            LOG.error("What is to be done before a test cannot be done: {}", e.getMessage());
        }
    }
}

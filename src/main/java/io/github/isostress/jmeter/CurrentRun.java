package io.github.isostress.jmeter;

import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * Says which run the calling thread works for: the one place where a run is static. JMeter makes a plan's elements by
 * reflection, copies them for each thread, and calls a function without saying for whom, so nobody can hand them a
 * {@link RunContext}. They ask here and hand it on.
 *
 * <p>The test's run is a static field, since JMeter runs one test at a time in a JVM. A trial or a preview lends its
 * own run to the variables of its thread: they are all that JMeter lets a function see of its caller. Thread-safe.
 */
public final class CurrentRun {
    private static final String VARIABLE = RunContext.class.getName();

    private static volatile RunContext test = RunContext.ofTest();

    private CurrentRun() {}

    /** The run that was lent to this thread, else the test that goes on, else the next test. */
    public static RunContext context() {
        JMeterVariables variables = JMeterContextService.getContext().getVariables();
        return variables != null && variables.getObject(VARIABLE) instanceof RunContext lent ? lent : test;
    }

    /** Whoever works with these variables, or with a copy of them, works for this run from now on. */
    public static void lend(RunContext run, JMeterVariables variables) {
        variables.putObject(VARIABLE, run);
    }

    /** The test has started. The first element that hears of it says so; calls after the first do nothing. */
    public static synchronized void begin() {
        test.begin();
    }

    /** Ends this run as {@link #end()} does, if it is still the test's. */
    public static synchronized void end(RunContext run) {
        if (test == run) {
            end();
        }
    }

    /**
     * Ends the test's run; the next one begins. Blocks until connections have signed off.
     *
     * @return the run that has ended
     */
    public static synchronized RunContext end() {
        RunContext ending = test;
        try {
            // Sign-offs take their numbers from the run that ends.
            ending.close();
        } finally {
            test = RunContext.ofTest();
        }
        return ending;
    }
}

package io.github.isostress.jmeter.number;

import io.github.isostress.jmeter.agent.AgentIdentity;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * Numbers the threads of a run, over its thread groups and over all machines: each has this machine's next number when it
 * asks first, and keeps it. Thread-safe.
 */
public final class ThreadNumbers {
    private static final String VARIABLE = ThreadNumbers.class.getName();

    private final AgentIdentity machine;
    private final AtomicLong threads = new AtomicLong();

    private record Numbered(ThreadNumbers run, long number) {}

    /**
     * Those of a run that has no threads yet.
     *
     * @throws IllegalArgumentException with one clear sentence if it is not known which machine this is
     */
    ThreadNumbers() {
        machine = AgentIdentity.ofRun();
    }

    /** That of the calling thread, from 1. Where JMeter evaluates something outside of its threads, that of the first one. */
    public long ofThisThread() {
        JMeterContext context = JMeterContextService.getContext();
        JMeterVariables variables = context.getVariables();
        if (variables == null || context.getThread() == null) {
            return machine.number();
        }
        if (variables.getObject(VARIABLE) instanceof Numbered known && known.run() == this) {
            return known.number();
        }
        long number = machine.number() + threads.getAndIncrement() * machine.shares();
        variables.putObject(VARIABLE, new Numbered(this, number));
        return number;
    }

    /** Which machine gives these numbers. */
    public AgentIdentity machine() {
        return machine;
    }
}

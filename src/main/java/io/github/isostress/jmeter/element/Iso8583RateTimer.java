package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.RunCache;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.agent.AssignmentCarrier;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.ThreadListener;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.timers.Timer;

/**
 * Timer "ISO 8583 Rate Timer": one schedule for all samplers in its scope and all their threads. Each thread has its
 * own copy of the element; the copies share the schedule, which a test begins anew.
 */
public final class Iso8583RateTimer extends AbstractTestElement implements Timer, ThreadListener, RunElement {
    private static final long serialVersionUID = 1L;

    /** How many the plan has begun. */
    private static final RunCache<Class<?>, AtomicInteger> BEGUN = new RunCache<>(1, any -> new AtomicInteger());

    private final AssignmentCarrier assignment = AssignmentCarrier.INSTANCE;
    private transient PacedRun run;
    private transient PacedThread thread;

    @Override
    public Iso8583RateTimerSchema getSchema() {
        return Iso8583RateTimerSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583RateTimer, ? extends Iso8583RateTimerSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    /** A copy that shares the schedule. */
    @Override
    public Object clone() {
        Iso8583RateTimer clone = (Iso8583RateTimer) super.clone();
        clone.run = run;
        return clone;
    }

    /**
     * Takes this thread's next turn.
     *
     * @return milliseconds until then, rounded down; the sampler waits out the rest
     */
    @Override
    public long delay() {
        return paced().delay(JMeterContextService.getContext());
    }

    private PacedThread paced() {
        if (thread == null) {
            thread = new PacedThread(this, run == null ? new PacedRun(0) : run);
        }
        return thread;
    }

    @Override
    public void threadStarted() {
        paced().firstTurn().threadStarts(JMeterContextService.getContext().getThreadGroup());
    }

    @Override
    public void threadFinished() {
        paced().firstTurn().threadEnds();
    }

    /** Reads no property and so cannot fail: each sample tells what is wrong with one. */
    @Override
    public void begin() {
        RunContext context = CurrentRun.context();
        run = new PacedRun(BEGUN.get(context, Iso8583RateTimer.class).getAndIncrement());
        context.watch().add(run);
    }

    @Override
    public void testEnded() {
        if (run != null) {
            run.log(getName());
        }
    }
}

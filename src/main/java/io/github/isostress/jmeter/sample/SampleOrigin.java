package io.github.isostress.jmeter.sample;

import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.RunFailures;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.link.LinkNotOpened;
import io.github.isostress.link.LinkOwner;
import io.github.isostress.message.describe.MessageDescriber;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * On whose behalf a link of JMeter's lives: what happens to it becomes samples for the listeners, and its messages are
 * built with the variables of the thread that opened it.
 */
public final class SampleOrigin implements LinkOwner {
    private final String connection;
    private final SampleListeners listeners;
    private final MessageDescriber describer;
    private final RunFailures failures;
    private final Observations observations;
    private final SampleResults results;
    private final LinkSamples samples;
    private final JMeterVariables variables;
    /** The variables as they were when the connection was opened; not changed, only copied. */
    private volatile JMeterVariables lent;

    /**
     * The thread that asks.
     *
     * @param run for which the thread works
     * @param connection the connection's name, for labels
     * @param listeners hear of the link
     * @param describer for its messages
     */
    public SampleOrigin(RunContext run, String connection, SampleListeners listeners, MessageDescriber describer) {
        this.connection = connection;
        this.listeners = listeners;
        this.describer = describer;
        this.failures = run.failures();
        this.observations = new Observations(run.observer());
        this.results = new SampleResults(failures);
        this.samples = new LinkSamples(connection, results, describer);
        this.variables = JMeterContextService.getContext().getVariables();
        this.lent = copyOf(variables);
    }

    /** A sampler of the thread has begun: its listeners hear what happens from now on. */
    void sampleBegins() {
        listeners.sampleBegins();
    }

    @Override
    public void happened(LinkEvent event) {
        if (event instanceof LinkEvent.Connected && variablesHere() == variables) {
            lent = copyOf(variables);
        }
        if (event instanceof LinkEvent.Carried carried) {
            observations.ofSharedLink(carried);
            return;
        }
        if (event instanceof LinkEvent.Closed closed) {
            observations.ofEnd(closed, connection);
            return;
        }
        samples.of(event).ifPresent(sample -> {
            JMeterVariables seen = variablesHere();
            JtlColumns.of(event, connection).put(seen);
            observations.ofEvent(event, sample);
            listeners.hear(sample, seen);
        });
        if (event instanceof LinkEvent.SessionMessageNotSent unsent && unsent.thrown() != null) {
            failures.trace(SampleKind.of(unsent).orElseThrow().label(connection), unsent.thrown());
        }
    }

    /** The thread's own are its own to change; any other thread, and the rest when it has ended, sees a copy. */
    private JMeterVariables variablesHere() {
        JMeterVariables here = JMeterContextService.getContext().getVariables();
        return here != null && here == variables ? variables : copyOf(lent);
    }

    /** The connection's name. */
    public String connection() {
        return connection;
    }

    /** For the messages of the connection. */
    public MessageDescriber describer() {
        return describer;
    }

    /** Makes the samples of the thread's requests. */
    public SampleResults results() {
        return results;
    }

    /** Tells the run's observer of the thread's requests. */
    public Observations observations() {
        return observations;
    }

    /** The event's sample, for a sampler to return. */
    public SampleResult sample(LinkNotOpened notOpened) {
        JtlColumns.of(notOpened.event(), connection).put(variablesHere());
        SampleResult sample = samples.of(notOpened.event()).orElseThrow();
        observations.ofEvent(notOpened.event(), sample);
        return sample;
    }

    private static JMeterVariables copyOf(JMeterVariables original) {
        JMeterVariables copy = new JMeterVariables();
        if (original != null) {
            copy.putAll(original);
        }
        return copy;
    }

    /**
     * In another thread, or when its own has ended, the work sees the variables as they were when the connection was
     * opened: the thread may be changing them meanwhile.
     */
    @Override
    public void lendVariables(Runnable work) {
        JMeterContext context = JMeterContextService.getContext();
        JMeterVariables before = context.getVariables();
        if (before != null && before == variables) {
            work.run();
            return;
        }
        context.setVariables(copyOf(lent));
        try {
            work.run();
        } finally {
            context.setVariables(before);
        }
    }
}

package io.github.isostress.jmeter.element;

import io.github.isostress.failure.Failure;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.link.LinkNotOpened;
import io.github.isostress.link.LinkOwner;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jmeter.threads.ListenerNotifier;
import org.apache.jmeter.threads.SamplePackage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JMeter thread on whose behalf a link lives. Hands samples to the listeners besides the one that a sampler
 * returns, as JMeter's transaction controller does: as samples of their own, not sub-samples, every listener and the
 * dashboard count them once. Remembers what that takes, since some samples come when the thread is idle or has ended.
 */
final class SampleOrigin implements LinkOwner {
    private static final Logger LOG = LoggerFactory.getLogger(SampleOrigin.class);
    private static final ListenerNotifier NOTIFIER = new ListenerNotifier();

    private final String connection;
    private final JMeterThread thread;
    private final AbstractThreadGroup group;
    private final JMeterVariables variables;
    private volatile JMeterVariables lent;
    private volatile SamplePackage running;

    /**
     * The thread that asks.
     *
     * @param connection the connection's name, for labels
     */
    SampleOrigin(String connection) {
        JMeterContext context = JMeterContextService.getContext();
        this.connection = connection;
        this.thread = context.getThread();
        this.group = context.getThreadGroup();
        this.variables = context.getVariables();
        this.lent = copy();
        sampleBegins();
    }

    /** A sampler of the thread has begun: its listeners hear what happens from now on. */
    void sampleBegins() {
        if (variables != null && variables.getObject(JMeterThread.PACKAGE_OBJECT) instanceof SamplePackage current) {
            running = current;
        }
    }

    @Override
    public void happened(LinkEvent event) {
        if (event instanceof LinkEvent.Connected) {
            lent = copy();
        }
        LinkSamples.of(connection, event).ifPresent(this::publish);
        tellStrays(event);
        if (event instanceof LinkEvent.NotPerformed ritual && ritual.failure().failure() == Failure.INTERNAL_ERROR) {
            LOG.error("the {} of '{}' failed", ritual.kind().words(), connection, ritual.failure());
        }
    }

    /** The event's sample, for a sampler to return. */
    SampleResult sample(LinkNotOpened notOpened) {
        tellStrays(notOpened.event());
        return LinkSamples.of(connection, notOpened.event()).orElseThrow();
    }

    /** What came besides a ritual's answer is told of as what comes besides a request's. */
    private void tellStrays(LinkEvent event) {
        if (event instanceof LinkEvent.Performed ritual) {
            ritual.outcome().strays().kept().forEach(stray -> happened(new LinkEvent.Strayed(stray)));
        }
    }

    private JMeterVariables copy() {
        JMeterVariables copy = new JMeterVariables();
        if (variables != null) {
            copy.putAll(variables);
        }
        return copy;
    }

    private void publish(SampleResult result) {
        if (running == null) {
            return;
        }
        result.setThreadName(thread.getThreadName());
        result.setGroupThreads(group.getNumberOfThreads());
        result.setAllThreads(JMeterContextService.getNumberOfThreads());
        NOTIFIER.notifyListeners(new SampleEvent(result, group.getName(), variables), running.getSampleListeners());
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
        context.setVariables(lent);
        try {
            work.run();
        } finally {
            context.setVariables(before);
        }
    }
}

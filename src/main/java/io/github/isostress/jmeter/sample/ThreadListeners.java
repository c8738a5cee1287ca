package io.github.isostress.jmeter.sample;

import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jmeter.threads.ListenerNotifier;
import org.apache.jmeter.threads.SamplePackage;

/**
 * The listeners of a JMeter thread's samplers. They get samples besides the one that a sampler returns, as from
 * JMeter's transaction controller: as samples of their own, not sub-samples, every listener and the dashboard count
 * them once. Remembers what that takes, since some samples come when the thread is idle or has ended.
 */
public final class ThreadListeners implements SampleListeners {
    private static final ListenerNotifier NOTIFIER = new ListenerNotifier();

    private final JMeterThread thread;
    private final AbstractThreadGroup group;
    private final JMeterVariables variables;
    private volatile SamplePackage running;

    /** Those of the thread that asks. */
    public ThreadListeners(JMeterContext context) {
        this.thread = context.getThread();
        this.group = context.getThreadGroup();
        this.variables = context.getVariables();
        sampleBegins();
    }

    @Override
    public void sampleBegins() {
        if (variables != null && variables.getObject(JMeterThread.PACKAGE_OBJECT) instanceof SamplePackage current) {
            running = current;
        }
    }

    @Override
    public void hear(SampleResult result, JMeterVariables seen) {
        if (running == null) {
            return;
        }
        result.setThreadName(thread.getThreadName());
        result.setGroupThreads(group.getNumberOfThreads());
        result.setAllThreads(JMeterContextService.getNumberOfThreads());
        NOTIFIER.notifyListeners(new SampleEvent(result, group.getName(), seen), running.getSampleListeners());
    }
}

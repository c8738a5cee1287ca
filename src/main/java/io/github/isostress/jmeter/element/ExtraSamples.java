package io.github.isostress.jmeter.element;

import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jmeter.threads.ListenerNotifier;
import org.apache.jmeter.threads.SamplePackage;

/**
 * Hands samples to the listeners besides the one that a sampler returns, as JMeter's transaction controller does. As
 * samples of their own, not sub-samples, every listener and the dashboard count them once.
 */
final class ExtraSamples {
    private static final ListenerNotifier NOTIFIER = new ListenerNotifier();

    private ExtraSamples() {}

    /** Publishes a sample on behalf of the sampler that runs in this thread. */
    static void publish(SampleResult result) {
        JMeterContext context = JMeterContextService.getContext();
        JMeterVariables variables = context.getVariables();
        if (variables == null || !(variables.getObject(JMeterThread.PACKAGE_OBJECT) instanceof SamplePackage running)) {
            return;
        }
        result.setThreadName(context.getThread().getThreadName());
        result.setGroupThreads(context.getThreadGroup().getNumberOfThreads());
        result.setAllThreads(JMeterContextService.getNumberOfThreads());
        SampleEvent event = new SampleEvent(result, context.getThreadGroup().getName(), variables);
        NOTIFIER.notifyListeners(event, running.getSampleListeners());
    }
}

package io.github.isostress.jmeter.element;

import org.apache.jmeter.JMeter;
import org.apache.jmeter.control.TransactionController;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.reporters.Summariser;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleSaveConfiguration;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jmeter.threads.SamplePackage;
import org.apache.jmeter.visualizers.backend.BackendListener;

/**
 * Whether anybody reads what a sampler's results say of request and answer: a listener that shows or records it, a
 * post-processor or an assertion. Of an element that is not known to leave it unread, it is taken that it reads. Used by
 * one thread.
 */
final class Readership {
    /** JMeter's own clients for Graphite and InfluxDB send figures. */
    private static final String SENDERS_OF_FIGURES = "org.apache.jmeter.visualizers.backend.";

    private SamplePackage asked;
    private boolean reads;

    /** Whether there is a reader for the sample that this thread's variables belong to now. */
    boolean reads(JMeterVariables variables) {
        if (variables == null
                || !(variables.getObject(JMeterThread.PACKAGE_OBJECT) instanceof SamplePackage elements)) {
            return true;
        }
        if (elements != asked) {
            asked = elements;
            reads = anybodyReads(elements);
        }
        return reads;
    }

    private static boolean anybodyReads(SamplePackage elements) {
        return elements.getSampleListeners().stream().anyMatch(Readership::reads)
                || elements.getPostProcessors().stream()
                        .anyMatch(element -> !(element instanceof Iso8583FieldExtractor))
                || elements.getAssertions().stream().anyMatch(element -> !(element instanceof Iso8583Assertion));
    }

    private static boolean reads(SampleListener listener) {
        if (listener.getClass() == ResultCollector.class) {
            return !JMeter.isNonGUI() || records((ResultCollector) listener);
        }
        if (listener instanceof BackendListener backend) {
            return !backend.getClassname().startsWith(SENDERS_OF_FIGURES);
        }
        return !(listener instanceof Summariser || listener instanceof TransactionController);
    }

    /** Without a window only the file remains, and only its XML has room for it. */
    private static boolean records(ResultCollector collector) {
        SampleSaveConfiguration saved = collector.getSaveConfig();
        return saved.saveAsXml() && (saved.saveResponseData() || saved.saveSamplerData());
    }
}

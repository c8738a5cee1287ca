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
 * Whether any element reads what a sample says of request and answer: a listener that shows or records it, a
 * post-processor or an assertion. An element that we do not know counts as a reader. Used by one thread.
 */
final class Readership {
    /** JMeter's own clients for Graphite and InfluxDB send figures. */
    private static final String SENDERS_OF_FIGURES = "org.apache.jmeter.visualizers.backend.";

    private SamplePackage known;
    private boolean reads;

    /** Whether the sample in progress has a reader. */
    boolean reads(JMeterVariables variables) {
        if (variables == null
                || !(variables.getObject(JMeterThread.PACKAGE_OBJECT) instanceof SamplePackage elements)) {
            return true;
        }
        if (elements != known) {
            known = elements;
            reads = anyReads(elements);
        }
        return reads;
    }

    private static boolean anyReads(SamplePackage elements) {
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

    /** Without a window the collector only writes a file, and only an XML file has the texts. */
    private static boolean records(ResultCollector collector) {
        SampleSaveConfiguration saved = collector.getSaveConfig();
        return saved.saveAsXml() && (saved.saveResponseData() || saved.saveSamplerData());
    }
}

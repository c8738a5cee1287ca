package io.github.isostress.jmeter.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.assertions.Assertion;
import org.apache.jmeter.assertions.ResponseAssertion;
import org.apache.jmeter.control.TransactionController;
import org.apache.jmeter.extractor.RegexExtractor;
import org.apache.jmeter.processor.PostProcessor;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.reporters.ResultSaver;
import org.apache.jmeter.reporters.Summariser;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jmeter.threads.SamplePackage;
import org.apache.jmeter.visualizers.backend.BackendListener;
import org.apache.jmeter.visualizers.backend.influxdb.InfluxdbBackendListenerClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which elements read what a sample says of request and answer, in a JMeter without a window. */
@ExtendWith(JMeterEnvironment.class)
class ReadershipTest {
    @BeforeEach
    void haveNoWindow() {
        System.setProperty(JMeter.JMETER_NON_GUI, "true");
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(JMeter.JMETER_NON_GUI);
    }

    static Stream<Named<SampleListener>> listenersThatDoNotRead() {
        BackendListener influx = new BackendListener();
        influx.setClassname(InfluxdbBackendListenerClient.class.getName());
        return Stream.of(
                named("summariser", new Summariser()),
                named("transaction", new TransactionController()),
                named("JTL in CSV", collector(false, true)),
                named("JTL in XML without data", collector(true, false)),
                named("figures to InfluxDB", influx));
    }

    static Stream<Named<SampleListener>> listenersThatRead() {
        BackendListener unknown = new BackendListener();
        unknown.setClassname("com.example.Client");
        return Stream.of(
                named("JTL in XML with data", collector(true, true)),
                named("responses to files", new ResultSaver()),
                named("an unknown client", unknown));
    }

    private static ResultCollector collector(boolean xml, boolean data) {
        ResultCollector collector = new ResultCollector();
        collector.getSaveConfig().setAsXml(xml);
        collector.getSaveConfig().setResponseData(data);
        collector.getSaveConfig().setSamplerData(data);
        return collector;
    }

    private static boolean reads(
            List<SampleListener> listeners, List<PostProcessor> postProcessors, List<Assertion> assertions) {
        JMeterVariables variables = new JMeterVariables();
        variables.putObject(
                JMeterThread.PACKAGE_OBJECT,
                new SamplePackage(List.of(), listeners, List.of(), assertions, postProcessors, List.of(), List.of()));
        return new Readership().reads(variables);
    }

    @ParameterizedTest
    @MethodSource("listenersThatDoNotRead")
    void shouldFindNoReaderWhenListenersTakeFiguresOnly(SampleListener listener) {
        assertThat(reads(List.of(listener), List.of(), List.of())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("listenersThatRead")
    void shouldFindAReaderWhenAListenerMayShowOrRecordIt(SampleListener listener) {
        assertThat(reads(List.of(new Summariser(), listener), List.of(), List.of()))
                .isTrue();
    }

    @Test
    void shouldFindAReaderWhenAPostProcessorOrAssertionMayLookIntoTheText() {
        assertThat(reads(List.of(), List.of(new RegexExtractor()), List.of())).isTrue();
        assertThat(reads(List.of(), List.of(), List.of(new ResponseAssertion())))
                .isTrue();
    }

    @Test
    void shouldFindNoReaderWhenOurOwnElementsLookIntoTheMessages() {
        assertThat(reads(List.of(), List.of(new Iso8583FieldExtractor()), List.of(new Iso8583Assertion())))
                .isFalse();
    }

    @Test
    void shouldFindAReaderWhenAListenerHasAWindow() {
        System.clearProperty(JMeter.JMETER_NON_GUI);

        assertThat(reads(List.of(collector(false, false)), List.of(), List.of()))
                .isTrue();
    }

    @Test
    void shouldTakeItThatThereIsAReaderWhenNoTestIsRunning() {
        assertThat(new Readership().reads(new JMeterVariables())).isTrue();
        assertThat(new Readership().reads(null)).isTrue();
    }
}

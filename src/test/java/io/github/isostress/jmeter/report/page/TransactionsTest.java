package io.github.isostress.jmeter.report.page;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.element.Iso8583Results;
import io.github.isostress.jmeter.live.LiveState;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.report.RunSummary;
import io.github.isostress.jmeter.report.jtl.JtlReader;
import io.github.isostress.jmeter.report.jtl.JtlReading;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.jmeter.control.TransactionController;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests below JMeter's Transaction Controllers count once, wherever a run is told of. */
@ExtendWith(JMeterEnvironment.class)
class TransactionsTest {
    private static final int THREADS = 3;
    private static final int LOOPS = 4;

    private final Iso8583Results live = new Iso8583Results();
    private final Iso8583Results ofAgent = new Iso8583Results();
    private final Events events = new Events();
    private final SmallPlan plan = new SmallPlan(THREADS, LOOPS);
    private final ResultCollector writer = new ResultCollector();

    @TempDir
    private Path folder;

    /** Keeps what listeners hear of. */
    private static final class Events extends AbstractTestElement implements SampleListener, NoThreadClone {
        private static final long serialVersionUID = 1L;
        private final transient Queue<SampleEvent> heard = new ConcurrentLinkedQueue<>();

        @Override
        public void sampleOccurred(SampleEvent event) {
            heard.add(event);
        }

        @Override
        public void sampleStarted(SampleEvent event) {}

        @Override
        public void sampleStopped(SampleEvent event) {}
    }

    @BeforeEach
    void haveColumns() {
        JMeterUtils.setProperty(SampleEvent.SAMPLE_VARIABLES, String.join(",", JtlColumns.ALL));
    }

    @AfterEach
    void haveNoColumns() {
        JMeterUtils.getJMeterProperties().remove(SampleEvent.SAMPLE_VARIABLES);
        SampleEvent.initSampleVariables();
    }

    private static TransactionController transaction(String name, boolean hasParentSample) {
        TransactionController controller = new TransactionController();
        controller.setName(name);
        controller.setGenerateParentSample(hasParentSample);
        controller.setIncludeTimers(false);
        return controller;
    }

    private static Iso8583Request declined(String name) {
        Iso8583Request request = request(name, ECHO_TEST);
        request.set(Iso8583RequestSchema.INSTANCE.successCodes, "10");
        return request;
    }

    private void run(TransactionController outer, TransactionController inner) throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.plan().add(live);
            plan.plan().add(events);
            writer.setFilename(folder.resolve("results.jtl").toString());
            plan.plan().add(writer);
            plan.group().add(connection("switch", host));
            HashTree outerTree = plan.group().add(outer);
            outerTree.add(request("one", ECHO_TEST));
            HashTree innerTree = outerTree.add(inner);
            innerTree.add(declined("two"));
            innerTree.add(request("three", ECHO_TEST));
            plan.group().add(request("outside", ECHO_TEST));
            plan.run();
        }
    }

    private JtlReading readInto(PageFigures page) throws Exception {
        return JtlReader.read(folder.resolve("results.jtl"), page::add);
    }

    private String summary() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        RunSummary.print(List.of(folder.resolve("results.jtl").toString()), stream, stream);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** As a controller hears of the samples of an agent, whose data JMeter strips by default. */
    private LiveState asOfAgent() throws Exception {
        ofAgent.run();
        ofAgent.testStarted("agent:1099");
        for (SampleEvent event : events.heard) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            strip(event.getResult());
            new ObjectOutputStream(bytes).writeObject(event);
            ofAgent.sampleOccurred(
                    (SampleEvent) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject());
        }
        LiveState state = ofAgent.run().state().orElseThrow();
        ofAgent.run().ends();
        return state;
    }

    private static void strip(SampleResult result) {
        result.setResponseData(new byte[0]);
        for (SampleResult part : result.getSubResults()) {
            strip(part);
        }
    }

    private void assertEverywhere(int requests, int declined) throws Exception {
        PageFigures page = new PageFigures();
        readInto(page);
        assertThat(page.sent()).isEqualTo(requests);
        assertThat(summary())
                .contains(requests + " sent, " + (requests - declined) + " succeeded, " + declined
                        + " declined, 0 failed")
                .contains(THREADS + " opened");
        assertLive(live.run().state().orElseThrow(), requests, declined);
        assertLive(asOfAgent(), requests, declined);
    }

    private static void assertLive(LiveState state, int requests, int declined) {
        assertThat(state.view().sinceStart().ended()).isEqualTo(requests);
        assertThat(state.view().opened()).isEqualTo(THREADS);
        assertThat(state.view().codes())
                .extracting(code -> code.result() + " " + code.code() + " " + code.count())
                .containsExactly("SUCCEEDED 00 " + (requests - declined), "DECLINED 00 " + declined);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void shouldCountEachRequestOnceWhenTransactionsAreNested(boolean outer, boolean inner) throws Exception {
        run(transaction("outer", outer), transaction("inner", inner));

        assertEverywhere(4 * THREADS * LOOPS, THREADS * LOOPS);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void shouldCountEachRequestOnceWhenThreadsEndInsideTransactions(boolean outer, boolean inner) throws Exception {
        plan.threadGroup().setProperty("ThreadGroup.on_sample_error", "stopthread");

        run(transaction("outer", outer), transaction("inner", inner));

        assertEverywhere(2 * THREADS, THREADS);
    }

    @Test
    void shouldTellMicrosecondsOfThoseAloneThatHaveColumnsOfTheirOwn() throws Exception {
        run(transaction("outer", true), transaction("inner", true));

        PageFigures page = new PageFigures();
        assertThat(readInto(page).remark())
                .hasValueSatisfying(remark -> assertThat(remark)
                        .startsWith(3 * THREADS * LOOPS + " samples are inside the samples of transactions"));
        assertThat(live.run().state().orElseThrow().hasMicroseconds()).isFalse();
    }

    @Test
    void shouldSayThatRequestsAreMissingWhenJMeterHasWrittenNoRowsOfThem() throws Exception {
        writer.getSaveConfig().setSubresults(false);

        run(transaction("outer", true), transaction("inner", true));

        PageFigures page = new PageFigures();
        assertThat(readInto(page).remark())
                .hasValueSatisfying(remark -> assertThat(remark)
                        .isEqualTo("the requests of " + THREADS * LOOPS
                                + " transactions are not counted, since the JTL has no"
                                + " rows of them (jmeter.save.saveservice.subresults=false)."));
        assertThat(page.sent()).isEqualTo(THREADS * LOOPS);
    }

    @Test
    void shouldSayThatItIsXmlWhenJMeterHasWrittenThat() throws Exception {
        writer.getSaveConfig().setAsXml(true);

        run(transaction("outer", true), transaction("inner", true));

        assertThat(summary()).contains("results.jtl is no CSV JTL with a header line: the JTL is XML");
    }
}

package io.github.isostress.jmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.jmeter.element.Iso8583Reply;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import io.github.isostress.support.TestSwitch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Acquirer and issuer in one plan, and between them a switch that takes 2 ms and measures itself. */
@ExtendWith(JMeterEnvironment.class)
class BetweenTest {
    private static final String PURCHASE =
            "0 0200\n2 9999990000000013\n3 000000\n4 000000001000\n11 ${__isoStan()}\n37 ${__isoRrn()}\n41 TERM0001";
    private static final int REQUESTS = 200;
    private static final long EACH_WAY_MICROS = 1_000;
    private static final long ROUNDED_MICROS = 2;

    /** The columns of each sample. Public, since JMeter makes its elements by reflection. */
    public static final class Columns extends AbstractTestElement implements SampleListener, NoThreadClone {
        private static final long serialVersionUID = 1L;

        private final transient Queue<Map<String, String>> rows = new ConcurrentLinkedQueue<>();

        @Override
        public void sampleOccurred(SampleEvent event) {
            JMeterVariables variables = JMeterContextService.getContext().getVariables();
            rows.add(Stream.of("iso_kind", "iso_rtt_us", "iso_queue_us", "iso_issuer_us", "iso_between_us")
                    .collect(Collectors.toMap(name -> name, variables::get)));
        }

        List<Map<String, String>> ofKind(String kind) {
            return rows.stream().filter(row -> row.get("iso_kind").equals(kind)).toList();
        }

        @Override
        public void sampleStarted(SampleEvent event) {
            // Whole samples only.
        }

        @Override
        public void sampleStopped(SampleEvent event) {
            // Whole samples only.
        }
    }

    private static Columns run(TestSwitch between, String joinBy) throws Exception {
        PlanTree plan = new PlanTree();
        Columns columns = new Columns();
        plan.plan().add(columns);
        PlanTree.Group issuer = plan.group("issuer", 1, REQUESTS);
        issuer.tree().add(Elements.connection("to issuer", String.valueOf(between.issuersPort())));
        Iso8583Reply reply = new Iso8583Reply();
        reply.setName("approve");
        reply.set(Iso8583ReplySchema.INSTANCE.template, "39 00");
        reply.set(Iso8583ReplySchema.INSTANCE.joinBy, joinBy);
        reply.set(Iso8583ReplySchema.INSTANCE.requestTimeout, "60000");
        issuer.tree().add(reply);
        PlanTree.Group acquirer = plan.group("acquirer", 1, REQUESTS);
        acquirer.tree().add(Elements.connection("to switch", String.valueOf(between.acquirersPort())));
        acquirer.tree().add(Elements.request("purchase", PURCHASE));
        StandardJMeterEngine engine = new StandardJMeterEngine();
        engine.configure(plan.root());
        engine.runTest();
        engine.awaitTermination(Duration.ofSeconds(180));
        return columns;
    }

    /**
     * Every second exchange takes 2 ms in the switch. On a busy machine threads wait for the processor, too, longer or
     * shorter: so each exchange is compared with its own times.
     */
    @Test
    void shouldBeWhatTheIssuerDoesNotTakeWhenTheSwitchTakesTime() throws Exception {
        try (TestSwitch between = new TestSwitch(0, EACH_WAY_MICROS)) {
            List<Map<String, String>> told = run(between, "37").ofKind("request");
            List<Long> own = between.ownNanos().stream()
                    .map(TimeUnit.NANOSECONDS::toMicros)
                    .toList();

            assertThat(told)
                    .hasSize(REQUESTS)
                    .allSatisfy(row -> assertThat(micros(row, "iso_between_us"))
                            .isCloseTo(
                                    micros(row, "iso_rtt_us") - micros(row, "iso_issuer_us"), within(ROUNDED_MICROS)));
            assertThat(IntStream.range(0, REQUESTS)).allMatch(i -> micros(told.get(i), "iso_between_us") >= own.get(i));
        }
    }

    private static long micros(Map<String, String> row, String column) {
        return Long.parseLong(row.get(column));
    }

    @Test
    void shouldTellTheIssuersTimeOnBothSidesWhenRequestsAreJoinedByTheirStan() throws Exception {
        try (TestSwitch between = new TestSwitch(0)) {
            Columns columns = run(between, "11");

            List<Map<String, String>> replies = columns.ofKind("reply");
            List<Map<String, String>> requests = columns.ofKind("request");
            assertThat(replies)
                    .hasSize(REQUESTS)
                    .allSatisfy(row -> assertThat(row.get("iso_queue_us")).isNotEmpty());
            assertThat(requests)
                    .extracting(row -> row.get("iso_issuer_us"))
                    .containsExactlyElementsOf(replies.stream()
                            .map(row -> row.get("iso_issuer_us"))
                            .toList());
        }
    }

    @Test
    void shouldLeaveTheColumnsEmptyWhenNobodyJoins() throws Exception {
        try (TestSwitch between = new TestSwitch(0)) {
            assertThat(run(between, "none").ofKind("request"))
                    .hasSize(REQUESTS)
                    .allSatisfy(row -> assertThat(row.get("iso_issuer_us") + row.get("iso_between_us"))
                            .isEmpty());
        }
    }
}

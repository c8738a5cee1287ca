package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingPreset;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unsolicited and late messages: each becomes its own sample and never answers a request. */
@ExtendWith(JMeterEnvironment.class)
class HostSpeaksFirstTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final int TIMEOUT_MILLIS = 500;
    private static final int LONG_MILLIS = 60_000;
    private static final String PURCHASE = "0 0200\n2 9999990000000013\n4 1000\n11 ${__isoStan()}\n41 TERM0001";

    @Test
    void shouldAnswerTheHostsEchoWhenItComesBeforeOurAnswer() throws Exception {
        List<SampleResult> samples = run("mti 0200 : speak first", 3, "network management", LONG_MILLIS);

        assertThat(labels(samples)).containsEntry("purchase", 3L).containsEntry("switch unsolicited", 3L);
        assertThat(samples).allMatch(SampleResult::isSuccessful);
        assertThat(labelled(samples, "switch unsolicited")).allSatisfy(unsolicited -> {
            assertThat(unsolicited.getResponseCode()).isEqualTo("ANSWERED");
            assertThat(unsolicited.getResponseDataAsString()).contains("0800");
            assertThat(unsolicited.getSamplerData()).contains("0810");
        });
    }

    private static List<SampleResult> run(String rules, int loops, String unsolicited, int timeoutMillis)
            throws Exception {
        try (EmbeddedHost host = TestHosts.ruled(rules)) {
            SmallPlan plan = new SmallPlan(1, loops);
            Iso8583Connection connection = connection("switch", host);
            connection.set(SCHEMA.unsolicited, unsolicited);
            plan.group().add(connection);
            plan.group().add(request("purchase", PURCHASE, timeoutMillis));
            plan.pauseBeforeSamples(50);
            return plan.run();
        }
    }

    @Test
    void shouldOnlyPassItOverWhenItIsNotToBeAnswered() throws Exception {
        List<SampleResult> samples = run("mti 0200 : speak first", 2, "none", LONG_MILLIS);

        assertThat(labels(samples))
                .containsEntry("purchase", 2L)
                .containsEntry("switch connect", 1L)
                .hasSize(2);
        assertThat(samples).allMatch(SampleResult::isSuccessful);
        assertThat(labelled(samples, "purchase"))
                .allSatisfy(purchase ->
                        assertThat(purchase.getResponseDataAsString()).contains("Also came"));
    }

    @Test
    void shouldCountTheLateAnswerAndKeepTheConnectionWhenItComesAfterItsTime() throws Exception {
        List<SampleResult> samples = runWithALateAnswer();

        assertThat(labelled(samples, "purchase"))
                .extracting(SampleResult::getResponseCode)
                .containsExactly("00", "RESPONSE_TIMEOUT", "00", "RESPONSE_TIMEOUT");
        assertThat(labelled(samples, "switch connect")).hasSize(1);
    }

    /** The second answer comes when the third request has, and before its answer; the fourth never comes. */
    private static List<SampleResult> runWithALateAnswer() throws Exception {
        int length = frame("0200", 1).length;
        try (ScriptedPeer host = ScriptedPeer.playing(
                Step.read(length),
                Step.send(answer(1)),
                Step.read(2 * length),
                Step.send(answer(2)),
                Step.send(answer(3)),
                Step.staySilent())) {
            SmallPlan plan = new SmallPlan(1, 1);
            Iso8583Connection connection = connection("switch", String.valueOf(host.port()));
            connection.set(SCHEMA.unsolicited, "none");
            plan.group().add(connection);
            for (int number = 1; number <= 4; number++) {
                String template = "0 0200\n7 1121203000\n11 " + stan(number);
                plan.group().add(request("purchase", template, number % 2 == 0 ? TIMEOUT_MILLIS : LONG_MILLIS));
            }
            return plan.run();
        }
    }

    private static String stan(int number) {
        return String.format("%06d", number);
    }

    private static byte[] answer(int number) {
        return frame("0210", number);
    }

    private static byte[] frame(String mti, int number) {
        ISOMsg message = TestMessages.message("iso87ascii", mti, stan(number));
        if (mti.equals("0210")) {
            message.set(39, "00");
        }
        return FramingPreset.BINARY2.framing().wrap(TestMessages.pack(message));
    }

    @Test
    void shouldReportLateAndDoubledAnswersByThemselvesWhenTheNextRequestMeetsThem() throws Exception {
        List<SampleResult> late = runWithALateAnswer();
        assertThat(labelled(late, "switch late")).singleElement().satisfies(sample -> {
            assertThat(sample.isSuccessful()).isFalse();
            assertThat(sample.getResponseCode()).isEqualTo("LATE_RESPONSE");
            assertThat(sample.getTime()).isGreaterThanOrEqualTo(TIMEOUT_MILLIS);
        });
        assertThat(labelled(late, "purchase").get(2).isSuccessful()).isTrue();

        List<SampleResult> doubled = run("mti 0200 : twice", 3, "none", LONG_MILLIS);
        assertThat(labelled(doubled, "purchase")).hasSize(3).allMatch(SampleResult::isSuccessful);
        assertThat(labelled(doubled, "switch duplicate"))
                .hasSizeBetween(2, 3)
                .extracting(SampleResult::getResponseCode)
                .containsOnly("DUPLICATE_RESPONSE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"network management", "none"})
    void shouldNeverTakeAnAnswerForAnotherRequestsWhenEveryKindOfUnmatchedFrameComes(String unsolicited)
            throws Exception {
        List<SampleResult> samples = run("""
                mti 0200 every 2 : twice
                mti 0200 every 3 : speak first
                mti 0200 every 5 : late 210
                """, 30, unsolicited, 200);

        assertThat(labelled(samples, "purchase")).hasSize(30).allSatisfy(purchase -> {
            if (purchase.isSuccessful()) {
                String stan = purchase.getSamplerData().replaceAll("(?s).*DE 11[^\n]* (\\d{6})\n.*", "$1");
                assertThat(purchase.getResponseDataAsString().lines().filter(line -> line.startsWith("DE 11")))
                        .first()
                        .asString()
                        .endsWith(stan);
            }
        });
    }
}

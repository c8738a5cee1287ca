package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import java.util.HexFormat;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host receives the bytes that the template says, even if reading a message changes it. */
@ExtendWith(JMeterEnvironment.class)
class SentBytesTest {
    /** DE 2 is a signed EBCDIC number with its sign in the last digit. */
    private static final String CAPTURED = "303230304020000000000000F1F2F3F4F5D6303030303032";
    /** How jPOS packs -12345 there. */
    private static final String PACKED = "303230304020000000000000F1F2F3F4D500303030303032";

    @ParameterizedTest
    @CsvSource({
        "hex " + CAPTURED + "," + CAPTURED,
        "hex 303230304020000000000000F1F2F3F4F5D6303030303039|11 000002," + CAPTURED,
        "0 0200|2 -12345|11 000002," + PACKED,
        "0 0200|2 ${__V(-12345)}|11 000002," + PACKED
    })
    void shouldSendASignedEbcdicNumberWithItsSign(String lines, String sent) throws Exception {
        SmallPlan plan = new SmallPlan(1, 1);
        byte[] answer = HexFormat.of().parseHex("0018" + sent.replaceFirst("30323030", "30323130"));
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(26), Step.send(answer))) {
            Iso8583Connection connection = connection("switch", String.valueOf(peer.port()));
            connection.set(
                    Iso8583ConnectionSchema.INSTANCE.packager, "src/test/resources/cases/70-signed-ebcdic/p.xml");
            plan.group().add(connection);
            Iso8583Request request = request("signed", lines.replace('|', '\n'));
            request.set(Iso8583RequestSchema.INSTANCE.successCodes, "*");
            plan.group().add(request);

            List<SampleResult> samples = plan.run();

            assertThat(HexFormat.of().withUpperCase().formatHex(peer.received()))
                    .isEqualTo("0018" + sent);
            assertThat(samples).allMatch(SampleResult::isSuccessful);
        }
    }

    @ParameterizedTest
    @CsvSource({"'',0", "yes,0", "no,31"})
    void shouldSendWhatCannotBeReadBackOnlyIfRequestsAreNotChecked(String choice, int sent) throws Exception {
        SmallPlan plan = new SmallPlan(1, 1);
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(31), Step.staySilent())) {
            plan.group().add(shortBitmap(peer));
            Iso8583Request request = request("network", "0 0800\n11 ${__V(000001)}\n70 ${__V(301)}");
            request.set(Iso8583RequestSchema.INSTANCE.responseTimeout, "100");
            request.set(Iso8583RequestSchema.INSTANCE.checkRequests, choice);
            plan.group().add(request);

            SampleResult last =
                    plan.run().stream().reduce((first, second) -> second).orElseThrow();

            assertThat(last.getResponseCode()).isEqualTo(sent == 0 ? "TEMPLATE_ERROR" : "RESPONSE_TIMEOUT");
            // The peer may read it only after the client's time is up.
            Elements.await(() -> peer.received().length == sent);
            if (sent == 0) {
                assertThat(last.getResponseDataAsString())
                        .contains("line 3, element 70: packager p.xml cannot announce it: its bitmap, IFB_BITMAP of"
                                + " length 8, is packed in 16 bytes and read back in 8");
            }
        }
    }

    @Test
    void shouldRefuseASignOnThatCannotBeReadBack() throws Exception {
        SmallPlan plan = new SmallPlan(1, 1);
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(31), Step.staySilent())) {
            Iso8583Connection connection = shortBitmap(peer);
            connection.set(Iso8583ConnectionSchema.INSTANCE.signOn, "0 0800\n11 000001\n70 001");
            plan.group().add(connection);
            plan.group().add(request("network", "0 0800\n11 000001"));

            SampleResult last =
                    plan.run().stream().reduce((first, second) -> second).orElseThrow();

            assertThat(last.getResponseDataAsString())
                    .contains("signOn: line 3, element 70: packager p.xml cannot announce it");
            assertThat(peer.received()).isEmpty();
        }
    }

    private static Iso8583Connection shortBitmap(ScriptedPeer peer) {
        Iso8583Connection connection = connection("switch", String.valueOf(peer.port()));
        connection.set(
                Iso8583ConnectionSchema.INSTANCE.packager, "src/test/resources/cases/35-bitmap-of-8-and-de-70/p.xml");
        return connection;
    }
}

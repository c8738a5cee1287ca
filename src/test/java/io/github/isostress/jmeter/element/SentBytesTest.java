package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import java.util.HexFormat;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What arrives at the other end of the socket is what the template says, whatever has read it meanwhile. */
@ExtendWith(JMeterEnvironment.class)
class SentBytesTest {
    /** DE 2 is a signed EBCDIC number, whose sign is in its last digit. */
    private static final String CAPTURED = "303230304020000000000000F1F2F3F4F5D6303030303032";
    /** What jPOS makes of -12345 in it. */
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
}

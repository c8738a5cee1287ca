package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Bytes.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import java.nio.file.Path;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan against hosts like Visa's and American Express's: headers that hold lengths, and polls. */
@ExtendWith(JMeterEnvironment.class)
class VisaHostTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String REQUEST =
            "0023 0000 16010200230000000000000000000000000000000000 0100 0020000000000000 000001";
    private static final String MESSAGE = "0110 0020000002000000 000001 F0F0";

    private static List<SampleResult> run(ScriptedPeer peer, String framing, int loops) throws Exception {
        SmallPlan plan = new SmallPlan(1, loops);
        Iso8583Connection connection = connection("visa", String.valueOf(peer.port()));
        connection.set(SCHEMA.framing, framing);
        connection.set(
                SCHEMA.packager,
                Path.of(VisaHostTest.class
                                .getResource("/cases/26-visa-header/b.xml")
                                .toURI())
                        .toString());
        plan.group().add(connection);
        plan.group().add(request("purchase", "0 0100\n11 000001", 60_000));
        return labelled(plan.run(), "purchase");
    }

    @Test
    void shouldShowTheHeadersAndReadTheMessageWhenItWasRejected() throws Exception {
        byte[] rejected = hex("003F 0000 1A8102003F0000000000000000000000000000000000 00005037"
                + "16010200250000000000000000000000000000000000" + MESSAGE);
        int length = hex(REQUEST).length;
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(length), Step.send(rejected), Step.staySilent())) {
            SampleResult sample = run(peer, "visa-base1", 1).get(0);

            assertThat(peer.received()).isEqualTo(hex(REQUEST));
            assertThat(sample.isSuccessful()).isTrue();
            assertThat(sample.getResponseCode()).isEqualTo("00");
            assertThat(sample.getResponseDataAsString())
                    .contains("0   52  Bytes before the message ", "003F00001A8102003F", "00005037");
        }
    }

    @ParameterizedTest
    @CsvSource({"visa, 00000000", "visa-base1, 00000000", "binary2-inclusive, 0000"})
    void shouldAnswerThePollWhenItComesBeforeTheAnswer(String framing, String poll) throws Exception {
        byte[] answer = FramingReader.parse(framing).wrap(hex(MESSAGE));
        int request = answer.length - 2;
        byte[] polled = hex(poll);
        try (ScriptedPeer peer = ScriptedPeer.playing(
                Step.read(request),
                Step.send(polled),
                Step.read(polled.length),
                Step.send(join(answer, polled)),
                Step.read(polled.length),
                Step.read(request),
                Step.send(answer),
                Step.staySilent())) {
            List<SampleResult> samples = run(peer, framing, 2);

            assertThat(samples).hasSize(2).allMatch(SampleResult::isSuccessful);
            assertThat(peer.received()).hasSize(2 * request + 2 * polled.length);
        }
    }

    @Test
    void shouldTellOfThePollWhenItWasIgnoredAndTheHostHungUp() throws Exception {
        byte[] answer = FramingReader.parse("visa").wrap(hex(MESSAGE));
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(answer.length - 2), Step.send(hex("00000000")))) {
            SampleResult sample = run(peer, "visa polls=ignore", 1).get(0);

            assertThat(sample.getResponseCode()).isEqualTo("CLOSED_BY_HOST");
            assertThat(sample.getResponseDataAsString())
                    .containsPattern("1 zero-length poll came before, \\d\\.\\d s before; polls=answer answers it");
        }
    }
}

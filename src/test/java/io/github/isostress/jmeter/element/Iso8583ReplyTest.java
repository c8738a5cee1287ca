package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.ReplyPlan.APPROVAL;
import static io.github.isostress.jmeter.element.ReplyPlan.REQUEST;
import static io.github.isostress.jmeter.element.ReplyPlan.approval;
import static io.github.isostress.jmeter.element.ReplyPlan.changed;
import static io.github.isostress.jmeter.element.ReplyPlan.frame;
import static io.github.isostress.jmeter.element.ReplyPlan.reply;
import static io.github.isostress.support.TestMessages.message;
import static io.github.isostress.support.TestMessages.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.signing.JceMac;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.timers.ConstantTimer;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The issuer's side, with a peer that asks, and jPOS to say what the right answer is. */
@ExtendWith(JMeterEnvironment.class)
class Iso8583ReplyTest {
    private static final Iso8583ReplySchema SCHEMA = Iso8583ReplySchema.INSTANCE;

    private static final byte[] MAC_KEY = HexFormat.of().parseHex("7CA110454A1A6E570131D9619DC1376E");

    private final ReplyPlan issuer = new ReplyPlan();

    @Test
    void shouldAnswerAndTellBothMessagesWhenARequestComes() throws Exception {
        ReplyPlan.Answered answered = issuer.answer(REQUEST, APPROVAL, reply("issuer", "39 00"));

        assertThat(answered.bytes()).isEqualTo(APPROVAL);
        assertThat(labelled(answered.samples(), "issuer")).singleElement().satisfies(sample -> {
            assertThat(sample.isSuccessful()).isTrue();
            assertThat(sample.getResponseCode()).isEqualTo("00");
            assertThat(sample.getResponseMessage()).isEqualTo("Approved");
            assertThat(sample.getBytesAsLong()).isEqualTo(REQUEST.length);
            assertThat(sample.getSentBytes()).isEqualTo(APPROVAL.length);
            assertThat(sample.getSamplerData())
                    .startsWith("Request, " + REQUEST.length + " bytes")
                    .contains("999999******0013")
                    .doesNotContain("9999990000000013");
            assertThat(sample.getResponseDataAsString()).startsWith("Response, " + APPROVAL.length + " bytes");
        });
    }

    @Test
    void shouldAnswerWithTheTemplateAloneWhenOtherElementsAreLeftOut() throws Exception {
        ISOMsg expected = message(ReplyPlan.PACKAGER, "0210", "000007");
        expected.unset(7);
        expected.set(39, "51");
        Iso8583Reply reply = reply("issuer", "11 ${STAN}\n39 51");
        reply.set(SCHEMA.otherElements, "leave out");
        reply.set(SCHEMA.variables, "11=STAN");

        ReplyPlan.Answered answered = issuer.answer(REQUEST, frame(expected), reply);

        assertThat(answered.bytes()).isEqualTo(frame(expected));
        assertThat(labelled(answered.samples(), "issuer"))
                .extracting(SampleResult::getResponseCode, SampleResult::isSuccessful)
                .containsExactly(tuple("51", true));
    }

    @Test
    void shouldSignTheWholeAnswerWhenTheTemplateHasAMac() throws Exception {
        ISOMsg expected = approval();
        expected.set(64, new byte[8]);
        byte[] unsigned = pack(expected);
        byte[] mac = JceMac.retail(MAC_KEY, Arrays.copyOf(unsigned, unsigned.length - 16));
        expected.set(64, mac);
        Iso8583Keys keys = new Iso8583Keys();
        keys.set(
                Iso8583KeysSchema.INSTANCE.keys,
                "MAK mac 3des clear=" + HexFormat.of().formatHex(MAC_KEY));
        issuer.plan().group().add(keys);

        ReplyPlan.Answered answered = issuer.answer(
                REQUEST, frame(expected), reply("issuer", "39 00\n64:= mac key=MAK algorithm=retail padding=1"));

        assertThat(answered.bytes()).isEqualTo(frame(expected));
    }

    @ParameterizedTest
    @CsvSource({"'39 00', 0210", "'0 0230\n39 00', 0230", "'0 ${iso8583.answer.mti}\n39 00', 0210"})
    void shouldHaveTheMtiOfTheTemplateWhenItGivesOne(String template, String mti) throws Exception {
        byte[] expected = frame(changed(approval(), mti));

        assertThat(issuer.answer(REQUEST, expected, reply("issuer", template)).bytes())
                .isEqualTo(expected);
    }

    @Test
    void shouldSendTheCapturedMessageWhenTheTemplateIsOne() throws Exception {
        byte[] hex = {'0', '2', '1', '0', 'x'};

        assertThat(issuer.answer(REQUEST, FramingReader.parse("binary2").wrap(hex), reply("issuer", "hex 3032313078"))
                        .bytes())
                .isEqualTo(FramingReader.parse("binary2").wrap(hex));
    }

    /** The delay is the issuer's: it is in the elapsed time. */
    @Test
    void shouldAnswerLaterWhenATimerStandsBeforeTheOneThatAnswers() throws Exception {
        Iso8583Reply answers = reply("answers", "39 00", "answer");
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.send(REQUEST), Step.read(APPROVAL.length))) {
            issuer.plan().group().add(connection("switch", String.valueOf(peer.port())));
            issuer.plan().group().add(reply("takes", "", "take"));
            ConstantTimer timer = new ConstantTimer();
            timer.setDelay("200");
            issuer.plan().group().add(answers).add(timer);
            List<SampleResult> samples = issuer.plan().run();

            Elements.await(() -> peer.received().length == APPROVAL.length);
            assertThat(peer.received()).isEqualTo(APPROVAL);
            assertThat(labels(samples)).doesNotContainKey("takes");
            assertThat(labelled(samples, "answers"))
                    .singleElement()
                    .satisfies(sample -> assertThat(sample.getTime()).isGreaterThanOrEqualTo(200));
        }
    }

    @Test
    void shouldLeaveItToTheConnectionWhenTheConnectionAnswersIt() throws Exception {
        ISOMsg echo = message(ReplyPlan.PACKAGER, "0800", "000001");
        ReplyPlan.Answered answered = issuer.answer(
                Bytes.join(frame(echo), REQUEST), Bytes.join(frame(echoed()), APPROVAL), reply("issuer", "39 00"));

        assertThat(answered.bytes()).isEqualTo(Bytes.join(frame(echoed()), APPROVAL));
        assertThat(labels(answered.samples()))
                .containsEntry("switch unsolicited", 1L)
                .containsEntry("issuer", 1L);
    }

    private static ISOMsg echoed() {
        ISOMsg answer = message(ReplyPlan.PACKAGER, "0810", "000001");
        answer.set(39, "00");
        return answer;
    }
}

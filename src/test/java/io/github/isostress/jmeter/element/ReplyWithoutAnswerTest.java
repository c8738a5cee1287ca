package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.ReplyPlan.REQUEST;
import static io.github.isostress.jmeter.element.ReplyPlan.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that do not come, and those that get no answer. */
@ExtendWith(JMeterEnvironment.class)
class ReplyWithoutAnswerTest {
    private static final Iso8583ReplySchema SCHEMA = Iso8583ReplySchema.INSTANCE;

    private final ReplyPlan issuer = new ReplyPlan();

    @Test
    void shouldGiveNoSampleWhenNoRequestComes() throws Exception {
        assertThat(labels(waitInVain(unchanged -> {}))).containsOnlyKeys("switch connect");
    }

    @Test
    void shouldFailWhenNoRequestComesAndThatIsAFailure() throws Exception {
        List<SampleResult> samples = waitInVain(reply -> reply.set(SCHEMA.whenNoRequest, "failed sample"));

        assertThat(labelled(samples, "issuer")).singleElement().satisfies(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("NO_REQUEST");
            assertThat(sample.getTime()).isGreaterThanOrEqualTo(50);
        });
    }

    private List<SampleResult> waitInVain(Consumer<Iso8583Reply> change) throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            Iso8583Reply reply = reply("issuer", "39 00");
            reply.set(SCHEMA.requestTimeout, "50");
            change.accept(reply);
            issuer.plan().group().add(connection("switch", String.valueOf(peer.port())));
            issuer.plan().group().add(reply);
            return issuer.plan().run();
        }
    }

    @Test
    void shouldEndWithoutASampleWhenItWaitsAndIsStopped() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            Iso8583Reply reply = reply("issuer", "39 00");
            reply.set(SCHEMA.requestTimeout, "60000");
            issuer.plan().group().add(connection("switch", String.valueOf(peer.port())));
            issuer.plan().group().add(reply);
            issuer.plan().start();
            Elements.await(() -> !issuer.plan().samples().isEmpty());

            assertThat(labels(issuer.plan().stop())).containsOnlyKeys("switch connect");
        }
    }

    @Test
    void shouldTellTheRequestWhenItWasTakenAndNeverAnswered() throws Exception {
        ReplyPlan.Answered answered = issuer.answer(REQUEST, new byte[0], reply("takes", "", "take"));

        assertThat(labelled(answered.samples(), "switch unanswered"))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.getResponseCode()).isEqualTo("NOT_ANSWERED");
                    assertThat(sample.isSuccessful()).isFalse();
                    assertThat(sample.getBytesAsLong()).isEqualTo(REQUEST.length);
                    assertThat(sample.getSamplerData()).contains("999999******0013");
                });
    }

    @Test
    void shouldRefuseWhenNothingTakesBeforeItAnswers() throws Exception {
        ReplyPlan.Answered answered = issuer.answer(REQUEST, new byte[0], reply("answers", "39 00", "answer"));

        assertThat(labelled(answered.samples(), "answers")).singleElement().satisfies(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
            assertThat(sample.getResponseDataAsString())
                    .contains("no request was taken: an ISO 8583 Reply that takes must run before each one that"
                            + " answers, on the same connection");
        });
    }

    @Test
    void shouldTellWhyWhenTheRequestCannotBeRead() throws Exception {
        byte[] unreadable = FramingReader.parse("binary2").wrap(new byte[] {'0', '2', '0', '0', 1});
        ReplyPlan.Answered answered = issuer.answer(unreadable, new byte[0], reply("issuer", "39 00"));

        assertThat(labelled(answered.samples(), "issuer")).singleElement().satisfies(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("UNPACK_ERROR");
            assertThat(sample.getBytesAsLong()).isEqualTo(unreadable.length);
            assertThat(sample.getSamplerData()).startsWith("Request, " + unreadable.length + " bytes");
        });
        assertThat(labels(answered.samples())).doesNotContainKey("switch unanswered");
    }

    @Test
    void shouldTellTheRequestWithTheReasonWhenItsAnswerCannotBeBuilt() throws Exception {
        Iso8583Reply reply = reply("issuer", "39 ${CODE}");
        reply.set(SCHEMA.variables, "4=CODE");
        ReplyPlan.Answered answered = issuer.answer(REQUEST, new byte[0], reply);

        assertThat(labelled(answered.samples(), "issuer")).singleElement().satisfies(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("TEMPLATE_ERROR");
            assertThat(sample.getBytesAsLong()).isEqualTo(REQUEST.length);
            assertThat(sample.getSentBytes()).isZero();
        });
    }

    @Test
    void shouldRefuseWhenTheConnectionIsOfAPool() throws Exception {
        Iso8583Connection pooled = connection("switch", "1");
        pooled.set(Iso8583ConnectionSchema.INSTANCE.keep, "pool of 2");
        issuer.plan().group().add(pooled);
        issuer.plan().group().add(reply("issuer", "39 00"));

        assertThat(issuer.plan().run())
                .singleElement()
                .extracting(SampleResult::getResponseCode)
                .isEqualTo("CONFIG_ERROR");
    }
}

package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.PACKAGER;
import static io.github.isostress.exchange.Talk.PACKAGER_NAME;
import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.frame;
import static io.github.isostress.exchange.Talk.kinds;
import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static io.github.isostress.exchange.Talk.within;
import static io.github.isostress.support.TestMessages.message;
import static io.github.isostress.support.TestMessages.pack;
import static io.github.isostress.support.TestMessages.unpack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Step;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that speaks first. */
class UnsolicitedTest {
    /** With the STAN of our request: the host counts its requests itself and may come to an equal number. */
    private static final byte[] ECHO = frame("0800", "000001");

    private static final byte[] ECHO_ANSWERED = echoAnswered();
    private static final Step REPLY_READ = Step.read(ECHO_ANSWERED.length);
    private static final byte[] REQUEST = request("000001");

    private static byte[] echoAnswered() {
        ISOMsg answer = message(PACKAGER_NAME, "0810", "000001");
        answer.set(39, "00");
        return frame(pack(answer));
    }

    private static MessageTemplate overlay(String lines) {
        try {
            return MessageTemplate.compile(lines, Optional.of(PACKAGER), Expression.Compiler.LITERAL);
        } catch (FailureException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ISOMsg reply(UnmatchedFrame answered) {
        byte[] frame = answered.reply().frame();
        return unpack(PACKAGER_NAME, Arrays.copyOfRange(frame, answered.reply().messageStart(), frame.length));
    }

    /** The peer sends its answer only after it has read ours. */
    @Test
    void shouldAnswerTheHostWhenItSpeaksWhileWeWait() throws Exception {
        try (Talk talk =
                new Talk(requestRead(), Step.send(ECHO), REPLY_READ, Step.send(answer("000001")), Step.staySilent())) {
            Outcome outcome = talk.run(patient(), REQUEST);

            assertThat(outcome.failure()).isNull();
            assertThat(outcome.answer().mti()).isEqualTo("0210");
            assertThat(talk.heard()).isEqualTo(Bytes.join(frame(REQUEST), ECHO_ANSWERED));
            assertThat(outcome.unmatched().kept()).singleElement().satisfies(frame -> {
                assertThat(frame.kind()).isEqualTo(Kind.UNSOLICITED);
                assertThat(frame.failure()).isNull();
                assertThat(frame.frame().bytes()).isEqualTo(ECHO);
                assertThat(frame.message().mti()).isEqualTo("0800");
                assertThat(frame.reply().frame()).isEqualTo(ECHO_ANSWERED);
                assertThat(frame.reply().message().mti()).isEqualTo("0810");
                assertThat(frame.elapsedNanos()).isPositive();
                assertThat(frame.particulars()).isEqualTo("MTI 0800 is a request of the host's own, it was answered");
            });
        }
    }

    /** Two messages in one packet: the second is there before the next request, and is answered before it is sent. */
    @Test
    void shouldAnswerTheHostWhenItSpeaksBeforeTheRequest() throws Exception {
        try (Talk talk = new Talk(
                requestRead(),
                Step.send(Bytes.join(answer("000001"), ECHO)),
                REPLY_READ,
                requestRead(),
                Step.send(answer("000002")),
                Step.staySilent())) {
            talk.run(patient(), REQUEST);
            Outcome second = talk.run(patient(), request("000002"));

            assertThat(second.failure()).isNull();
            assertThat(kinds(second.unmatched())).containsExactly(Kind.UNSOLICITED);
            assertThat(talk.heard()).isEqualTo(Bytes.join(frame(REQUEST), ECHO_ANSWERED, frame(request("000002"))));
        }
    }

    @Test
    void shouldAnswerTheHostWhenTheConnectionIsIdle() throws Exception {
        UnmatchedFrames unmatched = new UnmatchedFrames();
        try (Talk talk = new Talk(Step.send(ECHO), REPLY_READ, Step.send(ECHO), Step.staySilent())) {
            Idle.until(talk, UnsolicitedRules.networkManagement(), unmatched, 2);
            assertThat(talk.heard()).isEqualTo(ECHO_ANSWERED);
        }
        assertThat(kinds(unmatched)).containsExactly(Kind.UNSOLICITED, Kind.UNSOLICITED);
    }

    @ParameterizedTest
    @CsvSource({"0800, 0810", "0801, 0810", "0820, 0830", "0821, 0830", "0802, 0812", "1804, 1814"})
    void shouldAnswerWithItsMtiWhenItIsNetworkManagement(String mti, String answered) throws Exception {
        UnmatchedFrames unmatched = new UnmatchedFrames();
        try (Talk talk = new Talk(Step.send(frame(mti, "000009")), Step.staySilent())) {
            Idle.until(talk, UnsolicitedRules.networkManagement(), unmatched, 1);
        }
        assertThat(reply(unmatched.kept().get(0)).getMTI()).isEqualTo(answered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0810", "0830", "0200", "0840", "0600"})
    void shouldNotAnswerWhenItIsNoNetworkManagementRequest(String mti) throws Exception {
        UnmatchedFrames unmatched = new UnmatchedFrames();
        try (Talk talk = new Talk(Step.send(frame(mti, "000009")), Step.staySilent())) {
            Idle.until(talk, UnsolicitedRules.networkManagement(), unmatched, 1);
        }
        assertThat(kinds(unmatched)).containsExactly(Kind.EARLY);
    }

    @Test
    void shouldTellOtherWhenNoRuleAnswers() throws Exception {
        byte[] both = Bytes.join(ECHO, answer("000001"));
        try (Talk talk = new Talk(requestRead(), Step.send(both), Step.staySilent())) {
            Outcome outcome = talk.run(within(20_000, UnsolicitedRules.none()), REQUEST);

            assertThat(outcome.failure()).isNull();
            assertThat(outcome.unmatched().kept()).singleElement().satisfies(frame -> {
                assertThat(frame.kind()).isEqualTo(Kind.OTHER);
                assertThat(frame.particulars()).isEqualTo("MTI 0800 does not answer 0200, DE 11 is 000001 as sent");
            });
        }
    }

    @Test
    void shouldStayATimeoutWhenOnlyTheHostsOwnRequestComes() throws Exception {
        Await.inTime("the host's own request", millis -> {
            try (Talk talk = new Talk(requestRead(), Step.send(ECHO), REPLY_READ, Step.staySilent())) {
                Outcome outcome = talk.run(within(millis), REQUEST);

                assertThat(outcome.failure().failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
                assertThat(talk.isOpen()).isTrue();
                return outcome.failure()
                        .particulars()
                        .equals(
                                "not the answer: 1 unsolicited: MTI 0800 is a request of the host's own, it was answered");
            }
        });
    }

    @Test
    void shouldLayTheTemplateOverTheAnswerWhenThereIsOne() throws Exception {
        UnsolicitedRules rules =
                UnsolicitedRules.of(Set.of("0800", "x82x"), Optional.of(overlay("0 0000\n39 91\n70 301\n48 it is me")));
        byte[] both = Bytes.join(frame("0800", "000009"), frame("0820", "000010"));
        UnmatchedFrames unmatched = new UnmatchedFrames();
        try (Talk talk = new Talk(Step.send(both), Step.staySilent())) {
            Idle.until(talk, rules, unmatched, 2);
        }
        ISOMsg first = reply(unmatched.kept().get(0));
        assertThat(first.getMTI()).isEqualTo("0810");
        assertThat(first.getString(11)).isEqualTo("000009");
        assertThat(first.getString(39)).isEqualTo("91");
        assertThat(first.getString(48)).isEqualTo("it is me");
        assertThat(first.getString(70)).isEqualTo("301");
        assertThat(reply(unmatched.kept().get(1)).getMTI()).isEqualTo("0830");
    }

    @Test
    void shouldAnswerOtherClassesWhenARuleNamesThem() throws Exception {
        UnmatchedFrames unmatched = new UnmatchedFrames();
        try (Talk talk = new Talk(Step.send(frame("0620", "000009")), Step.staySilent())) {
            Idle.until(talk, UnsolicitedRules.of(Set.of("x62x"), Optional.empty()), unmatched, 1);
        }
        assertThat(reply(unmatched.kept().get(0)).getMTI()).isEqualTo("0630");
    }

    /** The exchange itself goes on. */
    @Test
    void shouldTellWhyWhenTheAnswerCannotBeBuilt() throws Exception {
        MessageTemplate broken = context -> {
            throw new FailureException(Failure.TEMPLATE_ERROR, "line 1: no value");
        };
        UnsolicitedRules rules = UnsolicitedRules.of(Set.of("0800"), Optional.of(broken));
        byte[] both = Bytes.join(ECHO, answer("000001"));
        try (Talk talk = new Talk(requestRead(), Step.send(both), Step.staySilent())) {
            Outcome outcome = talk.run(within(20_000, rules), REQUEST);

            assertThat(outcome.failure()).isNull();
            assertThat(outcome.unmatched().kept()).singleElement().satisfies(frame -> {
                assertThat(frame.kind()).isEqualTo(Kind.UNSOLICITED);
                assertThat(frame.failure()).isEqualTo(Failure.TEMPLATE_ERROR);
                assertThat(frame.reply()).isNull();
                assertThat(frame.particulars())
                        .isEqualTo(
                                "MTI 0800 is a request of the host's own, it could not be answered: line 1: no value");
            });
        }
    }

    @Test
    void shouldNotTakeItForTheAnswerWhenTheRequestCannotBeRead() throws Exception {
        byte[] broken = Bytes.hex("30323030FF");
        byte[] both = Bytes.join(ECHO, answer("000001"));
        try (Talk talk = new Talk(Step.read(2 + broken.length), Step.send(both), Step.staySilent())) {
            assertThat(talk.run(patient(), broken).answer().mti()).isEqualTo("0210");
        }
    }

    /** A host that speaks all the time and never reads: our answers to it pile up until the connection is given up. */
    @Test
    void shouldGiveTheConnectionUpWhenTheHostSpeaksAndDoesNotRead() throws Exception {
        byte[] many = Bytes.join(ECHO, ECHO, ECHO, ECHO, ECHO, ECHO, ECHO, ECHO);
        Exchange exchange = within(60_000);
        try (Talk talk = new Talk(Step.flood(many))) {
            Outcome outcome = talk.run(exchange, REQUEST);

            assertThat(outcome.failure()).isNotNull();
            assertThat(talk.isOpen()).isFalse();
            assertThat(outcome.unmatched().count(Kind.UNSOLICITED)).isGreaterThan(UnmatchedFrames.KEPT_OF_A_KIND);
            assertThat(outcome.unmatched().kept()).hasSize(UnmatchedFrames.KEPT_OF_A_KIND);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0810", "800", "08000", "0xx0", "0840", "", "08OO"})
    void shouldRefuseTheRuleWhenItIsNoMtiOfARequest(String mti) {
        assertThatThrownBy(() -> UnsolicitedRules.of(Set.of(mti), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + mti + "' is no MTI of a request or an advice: write four digits, x for any, the third"
                        + " a 0 or a 2, such as 0800 or x82x");
    }
}

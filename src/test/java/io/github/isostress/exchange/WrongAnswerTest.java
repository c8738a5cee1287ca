package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.PACKAGER;
import static io.github.isostress.exchange.Talk.PACKAGER_NAME;
import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.exchange;
import static io.github.isostress.exchange.Talk.frame;
import static io.github.isostress.exchange.Talk.keys;
import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static io.github.isostress.exchange.Talk.within;
import static io.github.isostress.support.TestMessages.pack;
import static io.github.isostress.support.TestMessages.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.judgement.ResponseRules;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.message.ElementPath;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;

/** Only messages came that are no answer, or the answer says something else than was asked. */
class WrongAnswerTest {
    private static final byte[] REQUEST = request("000007");

    private static Outcome run(Exchange exchange, byte[]... frames) throws Exception {
        try (Talk talk = new Talk(requestRead(), Step.send(Bytes.join(frames)), Step.staySilent())) {
            return talk.run(exchange, REQUEST);
        }
    }

    /** The outcome in a time in which the frames come. */
    private static Outcome runInTime(IntFunction<Exchange> within, byte[]... frames) throws Exception {
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        Await.inTime("other messages", millis -> {
            outcome.set(run(within.apply(millis), frames));
            return !outcome.get().unmatched().isEmpty();
        });
        return outcome.get();
    }

    @Test
    void shouldTellUnmatchedWhenTheKeyIsAnother() throws Exception {
        Outcome outcome = runInTime(Talk::within, answer("000006"));

        assertThat(outcome.failure().failure()).isEqualTo(Failure.UNMATCHED_RESPONSE);
        assertThat(outcome.failure().particulars())
                .isEqualTo("not the answer: 1 other: MTI 0210, DE 11 is 000006, sent was 000007");
        assertThat(outcome.response()).isNull();
        assertThat(outcome.firstByteNanos()).isZero();
        assertThat(outcome.unmatched().kept()).singleElement().satisfies(frame -> {
            assertThat(frame.kind()).isEqualTo(Kind.OTHER);
            assertThat(frame.message().mti()).isEqualTo("0210");
        });
    }

    @Test
    void shouldTellWrongMtiWhenTheKeyIsOursAndTheMtiNoAnswer() throws Exception {
        Outcome outcome = runInTime(Talk::within, answer("000006"), frame("0230", "000007"));

        assertThat(outcome.failure().failure()).isEqualTo(Failure.WRONG_MTI);
        assertThat(outcome.failure().particulars()).isEqualTo("MTI 0230 does not answer 0200, DE 11 is 000007 as sent");
        assertThat(outcome.unmatched().count(Kind.OTHER)).isEqualTo(2);
    }

    @Test
    void shouldTellUnmatchedWhenThereIsNoKeyToTellByTheMti() throws Exception {
        Outcome outcome = runInTime(millis -> exchange(Optional.of(PACKAGER), keys(), millis), frame("0230", "000007"));

        assertThat(outcome.failure().failure()).isEqualTo(Failure.UNMATCHED_RESPONSE);
        assertThat(outcome.failure().particulars()).isEqualTo("not the answer: 1 other: MTI 0230 does not answer 0200");
    }

    @Test
    void shouldMaskTheKeyWhenItIsACardNumber() throws Exception {
        ISOMsg another = purchase(PACKAGER_NAME, "000007");
        another.setMTI("0210");
        another.set(2, "9999990000000021");

        Outcome outcome =
                runInTime(millis -> exchange(Optional.of(PACKAGER), keys("2", "41"), millis), frame(pack(another)));

        assertThat(outcome.failure().particulars())
                .isEqualTo("not the answer: 1 other: MTI 0210, DE 2 is 999999******0021, sent was 999999******0013,"
                        + " DE 41 is TERM0001 as sent");
    }

    @Test
    void shouldTakeTheAnswerWhenOtherMessagesComeBefore() throws Exception {
        Outcome outcome = run(patient(), answer("000006"), frame("0230", "000007"), new byte[2], answer("000007"));

        assertThat(outcome.failure()).isNull();
        assertThat(outcome.response().bytes()).isEqualTo(answer("000007"));
        assertThat(outcome.unmatched())
                .hasToString("not the answer: 2 other: MTI 0210, DE 11 is 000006, sent was 000007;"
                        + " MTI 0230 does not answer 0200, DE 11 is 000007 as sent");
    }

    @Test
    void shouldTellEchoMismatchWhenTheAnswerHasAnotherAmount() throws Exception {
        ISOMsg answer = purchase(PACKAGER_NAME, "000007");
        answer.setMTI("0210");
        answer.set(39, "05");
        answer.set(41, "TERM0002");
        Outcome outcome = run(patient(), frame(pack(answer)));

        Verdict verdict = new ResponseRules(Set.of("00"), ResponseRules.USUALLY_RETURNED).judge(outcome);

        assertThat(verdict)
                .isEqualTo(new Verdict(
                        false,
                        "ECHO_MISMATCH",
                        Failure.ECHO_MISMATCH.sentence(),
                        "DE 41 is TERM0002, sent was TERM0001"));
        List<ElementPath> others = List.of(ElementPath.parse("37"));
        assertThat(new ResponseRules(Set.of("00"), others).judge(outcome).code())
                .isEqualTo("05");
    }

    @Test
    void shouldKeepTheFirstAndCountAllWhenOtherMessagesFloodIn() throws Exception {
        byte[] many = Bytes.join(answer("000006"), answer("000006"), answer("000006"), frame("0200", "000006"));
        Await.inTime("more than are kept", millis -> isFlooded(millis, many));
    }

    private static boolean isFlooded(int millis, byte[] many) throws Exception {
        try (Talk talk = new Talk(requestRead(), Step.flood(many))) {
            Outcome outcome = talk.run(within(millis), REQUEST);
            UnmatchedFrames unmatched = outcome.unmatched();
            if (unmatched.count() <= UnmatchedFrames.KEPT_OF_A_KIND) {
                return false;
            }

            assertThat(outcome.failure().failure()).isEqualTo(Failure.UNMATCHED_RESPONSE);
            assertThat(outcome.endNanos() - outcome.startNanos()).isLessThan(120_000_000_000L);
            assertThat(unmatched.count()).isEqualTo(unmatched.count(Kind.OTHER));
            assertThat(unmatched.kept()).hasSize(UnmatchedFrames.KEPT_OF_A_KIND);
            assertThat(outcome.receivedBytes()).isGreaterThanOrEqualTo(unmatched.count() * answer("000006").length);
            assertThat(unmatched.toString()).endsWith("; ...").hasSizeLessThan(250);
            return true;
        }
    }
}

package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.kinds;
import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Step;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Answers that come more often than once. */
class DuplicateAnswerTest {
    private static final byte[] FIRST = request("000001");
    private static final byte[] SECOND = request("000002");

    @Test
    void shouldTellDuplicateWhenTwoAnswersComeInOnePacket() throws Exception {
        byte[] twice = Bytes.join(answer("000001"), answer("000001"));
        try (Talk talk = new Talk(
                requestRead(), Step.send(twice), requestRead(), Step.send(answer("000002")), Step.staySilent())) {
            Outcome first = talk.run(patient(), FIRST);
            Outcome second = talk.run(patient(), SECOND);

            assertThat(first.unmatched().isEmpty()).isTrue();
            assertThat(second.failure()).isNull();
            assertThat(second.response().bytes()).isEqualTo(answer("000002"));
            assertThat(second.unmatched().kept()).singleElement().satisfies(duplicate -> {
                assertThat(duplicate.kind()).isEqualTo(Kind.DUPLICATE);
                assertThat(duplicate.failure()).isEqualTo(Failure.DUPLICATE_RESPONSE);
                assertThat(duplicate.frame().bytes()).isEqualTo(answer("000001"));
                assertThat(duplicate.elapsedNanos()).isEqualTo(duplicate.frame().lastByteNanos() - first.startNanos());
                assertThat(duplicate.lateNanos()).isZero();
                assertThat(duplicate.particulars())
                        .matches("MTI 0210 answers an earlier request once more, \\d+ ms after it was sent");
            });
        }
    }

    /** The next request is equal to the byte and must still wait for its own answer. */
    @Test
    void shouldTellDuplicateWhenTheNextRequestIsTheSame() throws Exception {
        byte[] twice = Bytes.join(answer("000001"), answer("000001"));
        try (Talk talk = new Talk(
                requestRead(), Step.send(twice), requestRead(), Step.send(answer("000001")), Step.staySilent())) {
            talk.run(patient(), FIRST);
            Outcome second = talk.run(patient(), FIRST);

            assertThat(second.failure()).isNull();
            assertThat(kinds(second.unmatched())).containsExactly(Kind.DUPLICATE);
            assertThat(second.startNanos()).isLessThanOrEqualTo(second.firstByteNanos());
            assertThat(second.receivedBytes())
                    .as("the doubled answer counts by itself")
                    .isEqualTo(answer("000001").length);
        }
    }

    @Test
    void shouldTellDuplicateWhenItComesWhileTheNextAnswerIsAwaited() throws Exception {
        byte[] all = Bytes.join(answer("000001"), answer("000002"));
        try (Talk talk = new Talk(
                requestRead(), Step.send(answer("000001")), requestRead(), Step.send(all), Step.staySilent())) {
            talk.run(patient(), FIRST);
            Outcome second = talk.run(patient(), SECOND);

            assertThat(second.response().bytes()).isEqualTo(answer("000002"));
            assertThat(kinds(second.unmatched())).containsExactly(Kind.DUPLICATE);
        }
    }

    @Test
    void shouldTellDuplicateWhenTheConnectionIsIdle() throws Exception {
        byte[] twice = Bytes.join(answer("000001"), answer("000001"));
        UnmatchedFrames unmatched = new UnmatchedFrames();
        try (Talk talk = new Talk(requestRead(), Step.send(twice), Step.staySilent())) {
            talk.run(patient(), FIRST);
            Idle.until(talk, UnsolicitedRules.networkManagement(), unmatched, 1);
        }
        assertThat(kinds(unmatched)).containsExactly(Kind.DUPLICATE);
    }

    /** Only the last few are remembered: what was answered long ago is an early frame like any other. */
    @Test
    void shouldTellEarlyWhenTheRequestIsForgotten() throws Exception {
        SentRequests requests = new SentRequests(Conversation.ANSWERED_REMEMBERED);
        AwaitedAnswer awaited = Talk.keys("11").awaited(decoded(FIRST));
        requests.answered(new SentRequest(awaited, 0, 1));
        assertThat(requests.answeredAgainBy(answerTo("000001"))).isPresent();

        for (int stan = 2; stan <= 1 + Conversation.ANSWERED_REMEMBERED; stan++) {
            byte[] next = request(String.format("%06d", stan));
            requests.answered(new SentRequest(Talk.keys("11").awaited(decoded(next)), 0, 1));
        }
        assertThat(requests.answeredAgainBy(answerTo("000001"))).isEmpty();
        assertThat(requests.answeredAgainBy(answerTo("000002"))).isPresent();
    }

    private static DecodedMessage answerTo(String stan) throws Exception {
        byte[] frame = answer(stan);
        return decoded(Arrays.copyOfRange(frame, 2, frame.length));
    }

    private static DecodedMessage decoded(byte[] message) throws Exception {
        return new MessageDecoder(Talk.PACKAGER).decode(message);
    }
}

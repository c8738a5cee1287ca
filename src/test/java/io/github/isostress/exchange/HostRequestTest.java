package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.PACKAGER;
import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.frame;
import static io.github.isostress.exchange.Talk.kinds;
import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static io.github.isostress.exchange.Talk.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Requests of the other end that the test answers. */
class HostRequestTest {
    private static final byte[] REQUEST = request("000007");
    private static final byte[] ANSWER = Talk.frame("0210", "000007");
    private static final byte[] ECHO = frame("0800", "000001");

    private static Optional<HostRequest> receive(Talk talk, long deadlineNanos, UnmatchedFrames unmatched)
            throws FailureException {
        return talk.conversation()
                .receive(Optional.of(PACKAGER), UnsolicitedRules.networkManagement(), deadlineNanos, unmatched);
    }

    private static HostRequest receive(Talk talk) throws FailureException {
        return receive(talk, TestClient.soon(), new UnmatchedFrames()).orElseThrow();
    }

    private static byte[] withoutPrefix(byte[] frame) {
        return Arrays.copyOfRange(frame, 2, frame.length);
    }

    @Test
    void shouldSendOurAnswerWhenARequestCame() throws Exception {
        try (Talk talk = new Talk(Step.send(frame(REQUEST)), Step.read(ANSWER.length), Step.send(frame(REQUEST)))) {
            HostRequest request = receive(talk);
            List<Long> beginnings = new ArrayList<>();
            HostRequest.Answer answer = request.answer(withoutPrefix(ANSWER), TestClient.soon(), beginnings::add);

            receive(talk);
            assertThat(talk.heard()).isEqualTo(ANSWER);
            assertThat(request.message().mti()).isEqualTo("0200");
            assertThat(answer.frame()).isEqualTo(ANSWER);
            assertThat(answer.message().mti()).isEqualTo("0210");
            assertThat(answer.failure()).isNull();
            assertThat(answer.sentBytes()).isEqualTo(ANSWER.length);
            assertThat(beginnings).containsExactly(answer.beginNanos());
            assertThat(List.of(request.receivedNanos(), answer.beginNanos(), answer.endNanos()))
                    .isSorted();
        }
    }

    @Test
    void shouldGiveNoneWhenNoneCameInTime() throws Exception {
        try (Talk talk = new Talk(Step.staySilent())) {
            assertThat(receive(talk, TestClient.in(50), new UnmatchedFrames())).isEmpty();
            assertThat(talk.isOpen()).isTrue();
        }
    }

    /** The wait ends inside the frame, and the frame is not lost. */
    @Test
    void shouldGiveTheWholeRequestWhenItHadBegunToCome() throws Exception {
        try (Talk talk = new Talk(Step.dribble(frame(REQUEST), 5), Step.staySilent())) {
            HostRequest request = receive(talk, TestClient.in(100), new UnmatchedFrames())
                    .or(() -> receiveAgain(talk))
                    .orElseThrow();

            assertThat(request.frame().bytes()).isEqualTo(frame(REQUEST));
        }
    }

    private static Optional<HostRequest> receiveAgain(Talk talk) {
        try {
            return receive(talk, TestClient.soon(), new UnmatchedFrames());
        } catch (FailureException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldAnswerByTheRuleWhenARuleNamesTheRequest() throws Exception {
        UnmatchedFrames unmatched = new UnmatchedFrames();
        try (Talk talk = new Talk(Step.send(Bytes.join(ECHO, frame(REQUEST))), Step.staySilent())) {
            HostRequest request = receive(talk, TestClient.soon(), unmatched).orElseThrow();

            assertThat(request.message().mti()).isEqualTo("0200");
            assertThat(kinds(unmatched)).containsExactly(Kind.UNSOLICITED);
            assertThat(unmatched.kept().get(0).reply().message().mti()).isEqualTo("0810");
        }
    }

    @Test
    void shouldTellLateAndDoubledAnswersWhenARequestIsAwaited() throws Exception {
        UnmatchedFrames unmatched = new UnmatchedFrames();
        byte[] all = Bytes.join(answer("000001"), answer("000001"), frame(REQUEST));
        CountDownLatch timeIsUp = new CountDownLatch(1);
        try (Talk talk = new Talk(requestRead(), SharedTalk.until(timeIsUp), Step.send(all), Step.staySilent())) {
            talk.run(within(50), request("000001"));
            timeIsUp.countDown();
            receive(talk, TestClient.soon(), unmatched);

            assertThat(kinds(unmatched)).containsExactly(Kind.LATE, Kind.DUPLICATE);
        }
    }

    /** Once the test has asked for requests, none of them is lost in the wait for an answer. */
    @Test
    void shouldKeepTheRequestWhenItCameWhileWeWaitForAnAnswer() throws Exception {
        byte[] both = Bytes.join(frame(REQUEST), answer("000002"));
        try (Talk talk = new Talk(Step.send(frame(REQUEST)), requestRead(), Step.send(both), Step.staySilent())) {
            receive(talk);
            Outcome outcome = talk.run(patient(), request("000002"));
            HostRequest kept = receive(talk);

            assertThat(outcome.failure()).isNull();
            assertThat(outcome.unmatched().isEmpty()).isTrue();
            assertThat(outcome.receivedBytes()).isEqualTo(answer("000002").length);
            assertThat(kept.frame().bytes()).isEqualTo(frame(REQUEST));
        }
    }

    @Test
    void shouldKeepTheRequestWhenItCameWhileTheConnectionWasIdle() throws Exception {
        try (Talk talk = new Talk(Step.send(frame(REQUEST)), Step.send(Bytes.join(frame(REQUEST), ECHO)))) {
            receive(talk);
            UnmatchedFrames idle = new UnmatchedFrames();
            Idle.until(talk, UnsolicitedRules.networkManagement(), idle, 1);

            assertThat(kinds(idle)).containsExactly(Kind.UNSOLICITED);
            assertThat(receive(talk).frame().bytes()).isEqualTo(frame(REQUEST));
        }
    }

    @Test
    void shouldTellTheRequestWithTheRestWhenNobodyTookIt() throws Exception {
        try (Talk talk =
                new Talk(Step.send(frame(REQUEST)), Step.send(Bytes.join(frame(REQUEST), ECHO)), Step.staySilent())) {
            receive(talk);
            Idle.until(talk, UnsolicitedRules.networkManagement(), new UnmatchedFrames(), 1);
            Remainder rest =
                    talk.conversation().end(Optional.of(PACKAGER), told -> {}).orElseThrow();

            assertThat(kinds(rest.unmatched())).containsExactly(Kind.EARLY);
            assertThat(rest.receivedBytes()).isEqualTo(frame(REQUEST).length);
        }
    }

    @Test
    void shouldGiveTheFrameWithoutAMessageWhenThePackagerCannotReadIt() throws Exception {
        byte[] unreadable = frame(new byte[] {'0', '2', '0', '0', 1});
        try (Talk talk = new Talk(Step.send(unreadable), Step.staySilent())) {
            HostRequest request = receive(talk);

            assertThat(request.message()).isNull();
            assertThat(request.frame()).extracting(Frame::bytes).isEqualTo(unreadable);
        }
    }

    @Test
    void shouldFailWhenTheConnectionEndsBeforeARequest() throws Exception {
        try (Talk talk = new Talk()) {
            assertThatThrownBy(() -> receive(talk))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CLOSED_BY_HOST));
        }
    }

    @Test
    void shouldSayThatTheConnectionHasEndedWhenTheAnswerCannotBeSent() throws Exception {
        try (Talk talk = new Talk(Step.send(frame(REQUEST)), Step.staySilent())) {
            HostRequest request = receive(talk);
            talk.conversation().close();
            HostRequest.Answer answer = request.answer(withoutPrefix(ANSWER), TestClient.soon(), begin -> {});

            assertThat(answer.failure().failure()).isEqualTo(Failure.SEND_FAILED);
            assertThat(answer.failure().particulars()).isEqualTo("the connection on which the request came has ended");
            assertThat(answer.sentBytes()).isZero();
        }
    }
}

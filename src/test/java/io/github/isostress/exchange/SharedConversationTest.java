package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.frame;
import static io.github.isostress.exchange.Talk.keys;
import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static io.github.isostress.exchange.Talk.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.exchange.SharedTalk.Asking;
import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Requests of several threads under way on one connection, whose answers carry keys. */
class SharedConversationTest {
    private static final byte[] UNREADABLE = frame(new byte[] {'0', '2', '1', '0', 'x'});
    private static final int SHORT_MILLIS = 150;

    private static Exchange notAwaited(ResponseMatcher matcher) {
        return new Exchange(new ExchangeSettings(
                Optional.of(Talk.PACKAGER),
                matcher,
                TestClient.PATIENCE_MILLIS,
                AfterTimeout.KEEP,
                UnsolicitedRules.none(),
                Expectation.NOTHING));
    }

    private static Failure refusal(Asking asking) {
        return ((FailureException) asserted(asking)).failure();
    }

    private static Throwable asserted(Asking asking) {
        Throwable[] thrown = new Throwable[1];
        assertThatThrownBy(asking::begun).satisfies(e -> thrown[0] = e.getCause());
        return thrown[0];
    }

    @Test
    void shouldGiveEachThreadItsAnswerWhenTheyComeInAnotherOrder() throws Exception {
        byte[] answers = Bytes.join(answer("000003"), answer("000001"), answer("000002"));
        try (SharedTalk talk = new SharedTalk(
                        requestRead(), requestRead(), requestRead(), Step.send(answers), Step.staySilent())
                .begin()) {
            Asking first = talk.ask(patient(), request("000001"));
            Asking second = talk.ask(patient(), request("000002"));
            Asking third = talk.ask(patient(), request("000003"));

            assertThat(first.outcome.join().response().bytes()).isEqualTo(answer("000001"));
            assertThat(second.outcome.join().response().bytes()).isEqualTo(answer("000002"));
            assertThat(third.outcome.join().response().bytes()).isEqualTo(answer("000003"));
            assertThat(third.outcome.join().receivedBytes()).isEqualTo(answer("000003").length);
            assertThat(talk.told).isEmpty();
        }
    }

    @Test
    void shouldTellALateAnswerAloneAndGoOnWhenARequestHasTimedOut() throws Exception {
        CountDownLatch timedOut = new CountDownLatch(1);
        try (SharedTalk talk = new SharedTalk(
                        requestRead(),
                        SharedTalk.until(timedOut),
                        Step.send(answer("000001")),
                        requestRead(),
                        Step.send(answer("000002")),
                        Step.staySilent())
                .begin()) {
            Outcome first = talk.run(within(SHORT_MILLIS), request("000001"));
            assertThat(first.failure().failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
            assertThat(refusal(talk.ask(patient(), request("000001")))).isEqualTo(Failure.KEYS_UNDER_WAY);
            timedOut.countDown();
            Await.until("it is told", () -> !talk.told.isEmpty());
            Outcome second = talk.run(patient(), request("000002"));

            assertThat(talk.told).singleElement().satisfies(late -> {
                assertThat(late.kind()).isEqualTo(Kind.LATE);
                assertThat(late.elapsedNanos()).isEqualTo(late.frame().lastByteNanos() - first.startNanos());
            });
            assertThat(second.response().bytes()).isEqualTo(answer("000002"));
            assertThat(second.receivedBytes()).isEqualTo(answer("000002").length);
        }
    }

    @Test
    void shouldTellDoubledAndUnmatchedFramesWhenTheyComeBetweenAnswers() throws Exception {
        byte[] all = Bytes.join(answer("000001"), answer("000001"), answer("000009"), UNREADABLE, answer("000002"));
        try (SharedTalk talk =
                new SharedTalk(requestRead(), requestRead(), Step.send(all), Step.staySilent()).begin()) {
            Asking first = talk.ask(patient(), request("000001"));
            Asking second = talk.ask(patient(), request("000002"));

            assertThat(first.outcome.join().failure()).isNull();
            assertThat(second.outcome.join().response().bytes()).isEqualTo(answer("000002"));
            assertThat(talk.told)
                    .extracting(UnmatchedFrame::kind)
                    .containsExactly(Kind.DUPLICATE, Kind.UNMATCHED, Kind.UNMATCHED);
            assertThat(talk.told)
                    .extracting(UnmatchedFrame::failure)
                    .containsExactly(Failure.DUPLICATE_RESPONSE, Failure.UNMATCHED_FRAME, Failure.UNPACK_ERROR);
        }
    }

    @Test
    void shouldTellWhatDiffersWhenOnlyAnAnswerWithAnotherMtiCame() throws Exception {
        Await.inTime("another message", millis -> {
            try (SharedTalk talk =
                    new SharedTalk(requestRead(), Step.send(frame("0230", "000001")), Step.staySilent()).begin()) {
                Outcome outcome = talk.run(within(millis), request("000001"));
                if (outcome.failure().failure() == Failure.RESPONSE_TIMEOUT) {
                    return false;
                }

                assertThat(outcome.failure().failure()).isEqualTo(Failure.WRONG_MTI);
                assertThat(outcome.failure().particulars()).contains("MTI 0230 does not answer 0200");
                assertThat(talk.told).extracting(UnmatchedFrame::kind).containsExactly(Kind.UNMATCHED);
                return true;
            }
        });
    }

    @Test
    void shouldRefuseTheSecondWhenTwoWithTheSameKeysWouldBeUnderWay() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (SharedTalk talk = new SharedTalk(
                        requestRead(), SharedTalk.until(goOn), Step.send(answer("000001")), Step.staySilent())
                .begin()) {
            Asking first = talk.ask(patient(), request("000001"));

            assertThat(refusal(talk.ask(patient(), request("000001")))).isEqualTo(Failure.KEYS_UNDER_WAY);
            assertThat(refusal(talk.ask(notAwaited(keys("11")), request("000001"))))
                    .isEqualTo(Failure.KEYS_UNDER_WAY);
            goOn.countDown();
            assertThat(first.outcome.join().failure()).isNull();
        }
    }

    @Test
    void shouldRefuseARequestWhoseAnswerNothingWouldTellWhenItHasNoKeys() throws Exception {
        try (SharedTalk talk = new SharedTalk(Step.staySilent()).begin()) {
            assertThat(asserted(talk.ask(
                            Talk.exchange(Optional.of(Talk.PACKAGER), keys("48"), SHORT_MILLIS), request("000001"))))
                    .hasMessageContaining("the request has no match element")
                    .hasMessageContaining("in order");
            assertThat(asserted(talk.ask(patient(), new byte[] {'x'})))
                    .hasMessageContaining("the packager cannot read the request");
        }
    }

    @Test
    void shouldEndWithItsWriteWhenNoAnswerIsExpected() throws Exception {
        byte[] both = Bytes.join(answer("000001"), answer("000003"));
        try (SharedTalk talk = new SharedTalk(
                        requestRead(), requestRead(), requestRead(), Step.send(both), Step.staySilent())
                .begin()) {
            Outcome first = talk.run(notAwaited(keys("11")), request("000001"));
            Outcome keyless = talk.run(notAwaited(keys("48")), request("000002"));
            Outcome third = talk.run(patient(), request("000003"));

            assertThat(first.failure()).isNull();
            assertThat(first.sentBytes()).isEqualTo(first.sent().length);
            assertThat(keyless.failure()).isNull();
            assertThat(Talk.kinds(third.unmatched())).containsExactly(Kind.UNAWAITED);
            assertThat(third.receivedBytes()).isEqualTo(both.length);
            assertThat(talk.told).isEmpty();
        }
    }

    @Test
    void shouldEndItsWaitAloneWhenOneThreadIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        byte[] both = Bytes.join(answer("000001"), answer("000002"));
        try (SharedTalk talk = new SharedTalk(
                        requestRead(), requestRead(), SharedTalk.until(interrupted), Step.send(both), Step.staySilent())
                .begin()) {
            Asking first = talk.ask(patient(), request("000001"));
            Asking second = talk.ask(patient(), request("000002"));
            Await.until("both are sent", () -> talk.heard().length == 2 * (2 + request("000001").length));
            first.begun().interrupt();

            assertThat(first.outcome.join().failure().failure()).isEqualTo(Failure.INTERRUPTED);
            interrupted.countDown();
            assertThat(second.outcome.join().response().bytes()).isEqualTo(answer("000002"));
            assertThat(Talk.kinds(second.outcome.join().unmatched())).containsExactly(Kind.UNAWAITED);
            assertThat(talk.connection().isOpen()).isTrue();
        }
    }

    @Test
    void shouldSendNothingWhenItIsInterruptedBefore() throws Exception {
        try (SharedTalk talk = new SharedTalk(Step.staySilent()).begin()) {
            SharedRequest request = patient().begin(talk.shared(), patient().read(request("000001")));
            request.interrupt();
            Outcome outcome = request.toOutcome();

            assertThat(outcome.failure().failure()).isEqualTo(Failure.INTERRUPTED);
            assertThat(outcome.wasSent()).isFalse();
            assertThat(talk.connection().sentBytes()).isZero();
            assertThat(patient().begin(talk.shared(), patient().read(request("000001"))))
                    .as("its keys are free again")
                    .isNotNull();
        }
    }
}

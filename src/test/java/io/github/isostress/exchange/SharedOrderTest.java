package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.frame;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.exchange.SharedTalk.Asking;
import io.github.isostress.failure.Failure;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestMessages;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Requests under way on one connection that are answered in their order. */
class SharedOrderTest {
    private static final Optional<IsoPackager> RAW = Optional.empty();

    private static Exchange exchange(int timeoutMillis) {
        return Talk.exchange(Optional.of(Talk.PACKAGER), ResponseMatcher.inOrder(), timeoutMillis);
    }

    private static Exchange raw() {
        return Talk.exchange(RAW, Talk.keys(), TestClient.PATIENCE_MILLIS);
    }

    private static Exchange patient() {
        return exchange(TestClient.PATIENCE_MILLIS);
    }

    private static byte[] echo(String stan) {
        return TestMessages.pack(TestMessages.message(Talk.PACKAGER_NAME, "0800", stan));
    }

    private static void awaitHeard(SharedTalk talk, int length) {
        Await.until(length + " bytes are sent", () -> talk.heard().length == length);
    }

    @Test
    void shouldGiveAnswersInTheOrderOfTheRequestsWhenMessagesAreRaw() throws Exception {
        byte[] answers = Bytes.join(frame(new byte[] {1}), frame(new byte[] {2}), frame(new byte[] {3}));
        try (SharedTalk talk = new SharedTalk(
                        "binary2", RAW, Step.read(3), Step.read(3), Step.send(answers), Step.staySilent())
                .begin()) {
            Asking first = talk.ask(raw(), new byte[] {7});
            Await.until("the first is sent", () -> talk.heard().length == 3);
            Asking second = talk.ask(raw(), new byte[] {7});

            assertThat(first.outcome.join().response().message()).containsExactly(1);
            assertThat(second.outcome.join().response().message()).containsExactly(2);
            Await.until("the third is told", () -> talk.told.size() == 1);
            assertThat(talk.told.get(0).particulars()).isEqualTo("no request was under way");
        }
    }

    @Test
    void shouldLoseTheOrderWhenTheSecondIsAnsweredFirst() throws Exception {
        int first = 2 + request("000001").length;
        try (SharedTalk talk = new SharedTalk(
                        requestRead(),
                        Step.read(2 + echo("000002").length),
                        Step.send(frame("0810", "000002")),
                        Step.staySilent())
                .begin()) {
            Asking purchase = talk.ask(patient(), request("000001"));
            awaitHeard(talk, first);
            Asking echo = talk.ask(patient(), echo("000002"));

            assertThat(purchase.outcome.join().failure().failure()).isEqualTo(Failure.ORDER_LOST);
            assertThat(echo.outcome.join().failure().failure()).isEqualTo(Failure.ORDER_LOST);
            assertThat(echo.outcome.join().failure().particulars())
                    .contains("MTI 0810 answers request 2 of those under way before the first was answered");
            assertThat(talk.ended.join().failure()).isEqualTo(Failure.ORDER_LOST);
            assertThat(talk.shared().lost()).isEqualTo(2);
        }
    }

    @Test
    void shouldLoseTheOrderWhenOneHasNoAnswerInTime() throws Exception {
        try (SharedTalk talk = new SharedTalk(requestRead(), requestRead(), Step.staySilent()).begin()) {
            Asking first = talk.ask(exchange(4_000), request("000001"));
            awaitHeard(talk, 2 + request("000001").length);
            Asking second = talk.ask(patient(), request("000002"));

            assertThat(first.outcome.join().failure().failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
            assertThat(second.outcome.join().failure().failure()).isEqualTo(Failure.ORDER_LOST);
            assertThat(talk.connection().isOpen()).isFalse();
            assertThat(talk.ask(patient(), request("000003")).begun()).isNull();
        }
    }

    @Test
    void shouldKeepItsPlaceWhenOneIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        byte[] answers = Bytes.join(answer("000001"), answer("000002"));
        try (SharedTalk talk = new SharedTalk(
                        requestRead(),
                        requestRead(),
                        SharedTalk.until(interrupted),
                        Step.send(answers),
                        Step.staySilent())
                .begin()) {
            int length = 2 + request("000001").length;
            Asking first = talk.ask(patient(), request("000001"));
            awaitHeard(talk, length);
            Asking second = talk.ask(patient(), request("000002"));
            awaitHeard(talk, 2 * length);
            first.begun().interrupt();
            assertThat(first.outcome.join().failure().failure()).isEqualTo(Failure.INTERRUPTED);
            interrupted.countDown();

            assertThat(second.outcome.join().response().bytes()).isEqualTo(answer("000002"));
            assertThat(Talk.kinds(second.outcome.join().unmatched())).containsExactly(UnmatchedFrame.Kind.UNAWAITED);
            assertThat(second.outcome.join().receivedBytes()).isEqualTo(answers.length);
        }
    }

    @Test
    void shouldFailTheRequestWhoseTurnItIsWhenAnAnswerCannotBeRead() throws Exception {
        byte[] unreadable = frame(new byte[] {'0', '2', '1', '0', 'x'});
        try (SharedTalk talk = new SharedTalk(
                        requestRead(),
                        Step.send(unreadable),
                        requestRead(),
                        Step.send(answer("000002")),
                        Step.staySilent())
                .begin()) {
            Outcome first = talk.run(patient(), request("000001"));
            Outcome second = talk.run(patient(), request("000002"));

            assertThat(first.failure().failure()).isEqualTo(Failure.UNPACK_ERROR);
            assertThat(first.response().bytes()).isEqualTo(unreadable);
            assertThat(second.failure()).isNull();
            assertThat(talk.told).isEmpty();
        }
    }
}

package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.frame;
import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static io.github.isostress.exchange.Talk.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.exchange.SharedTalk.Asking;
import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Await;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the host says of its own accord on a connection that several threads use. */
class SharedHostRequestTest {
    private static final byte[] OWN_REQUEST = frame("0200", "000077");

    /** So long the machine may be too busy to let it be sent. */
    private static final int SHORT_MILLIS = 2_000;

    @Test
    void shouldAnswerByARuleAndTellItWhenTheHostAsks() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        try (SharedTalk talk = new SharedTalk(
                        requestRead(),
                        Step.send(frame("0800", "000050")),
                        SharedTalk.until(answered),
                        Step.send(answer("000001")),
                        Step.staySilent())
                .begin()) {
            Asking asking = talk.ask(patient(), request("000001"));
            Await.until("it is told", () -> !talk.told.isEmpty());
            answered.countDown();
            Outcome outcome = asking.outcome.join();

            UnmatchedFrame own = talk.told.get(0);
            assertThat(own.kind()).isEqualTo(Kind.UNSOLICITED);
            assertThat(own.failure()).isNull();
            assertThat(own.reply().message().mti()).isEqualTo("0810");
            assertThat(outcome.receivedBytes()).isEqualTo(answer("000001").length);
            assertThat(talk.connection().sentBytes()).isEqualTo(outcome.sentBytes() + own.sentBytes());
        }
    }

    @Test
    void shouldKeepItForTheTestAndSendItsAnswerWhenNoRuleAnswersIt() throws Exception {
        Queue<HostRequest> kept = new ConcurrentLinkedQueue<>();
        byte[] reply = {'0', '2', '1', '0'};
        try (SharedTalk talk = new SharedTalk(Step.send(OWN_REQUEST), Step.read(2 + reply.length))) {
            talk.shared().hostFrames().keepRequests(() -> kept.isEmpty(), kept::add);
            talk.begin();
            Await.until("it is kept", () -> !kept.isEmpty());
            HostRequest.Answer answer = kept.peek().answer(reply, TestClient.soon(), nanos -> {});

            assertThat(answer.failure()).isNull();
            assertThat(answer.sentBytes()).isEqualTo(2 + reply.length);
            assertThat(answer.endNanos()).isGreaterThanOrEqualTo(answer.beginNanos());
            Await.until("it has come", () -> talk.heard().length == 2 + reply.length);
            talk.ended.join();
            assertThat(talk.conversation().end(Optional.of(Talk.PACKAGER), talk.told::add))
                    .as("all bytes are in reports")
                    .isEmpty();
            assertThat(talk.told).isEmpty();
        }
    }

    @Test
    void shouldTellItWhenTheTestDoesNotKeepIt() throws Exception {
        try (SharedTalk talk = new SharedTalk(Step.send(OWN_REQUEST), Step.staySilent()).begin()) {
            Await.until("it is told", () -> !talk.told.isEmpty());

            assertThat(talk.told.get(0).kind()).isEqualTo(Kind.UNMATCHED);
        }
    }

    @Test
    void shouldSendThemBackWhenPollsAreToBeAnswered() throws Exception {
        byte[] poll = {0, 0};
        try (SharedTalk talk = new SharedTalk(
                        "binary2 polls=answer",
                        Optional.of(Talk.PACKAGER),
                        Step.send(poll),
                        Step.read(2),
                        requestRead(),
                        Step.send(answer("000001")),
                        Step.staySilent())
                .begin()) {
            Await.until("it came back", () -> talk.heard().length == 2);

            assertThat(talk.heard()).isEqualTo(poll);
            assertThat(talk.run(patient(), request("000001")).failure()).isNull();
        }
    }

    /** The request waits while another frame is handed over; its thread sleeps by then. */
    @Test
    void shouldTimeOutInTimeWhenTheRequestHadToWaitForAnotherWrite() throws Exception {
        Queue<HostRequest> kept = new ConcurrentLinkedQueue<>();
        CountDownLatch handedOver = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (SharedTalk talk = new SharedTalk(Step.send(OWN_REQUEST), Step.staySilent())) {
            talk.shared().hostFrames().keepRequests(() -> true, kept::add);
            talk.begin();
            Await.until("it is kept", () -> !kept.isEmpty());
            CompletableFuture<Void> answering =
                    CompletableFuture.runAsync(() -> answerSlowly(kept.peek(), handedOver, goOn));
            handedOver.await();
            CompletableFuture<Outcome> request = new CompletableFuture<>();
            Thread asking = new Thread(() -> request.complete(ask(talk)));
            asking.start();
            Await.until("it sleeps", () -> asking.getState() == Thread.State.TIMED_WAITING || request.isDone());
            goOn.countDown();
            answering.join();
            Outcome outcome = request.join();

            assertThat(outcome.failure().failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
            assertThat(outcome.endNanos() - outcome.startNanos())
                    .as("elapsed")
                    .isBetween(TimeUnit.MILLISECONDS.toNanos(SHORT_MILLIS), TimeUnit.SECONDS.toNanos(100));
        }
    }

    private static Outcome ask(SharedTalk talk) {
        try {
            return within(SHORT_MILLIS)
                    .begin(talk.shared(), within(SHORT_MILLIS).read(request("000001")))
                    .toOutcome();
        } catch (FailureException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answerSlowly(HostRequest request, CountDownLatch handedOver, CountDownLatch goOn) {
        try {
            request.answer(new byte[] {1}, TestClient.soon(), nanos -> {
                handedOver.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (FailureException e) {
            throw new IllegalStateException(e);
        }
    }
}

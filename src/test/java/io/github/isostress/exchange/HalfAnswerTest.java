package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.requestRead;
import static io.github.isostress.exchange.Talk.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Await;
import io.github.isostress.support.Step;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Answers of which a part comes first, and the rest later or never. */
class HalfAnswerTest {
    private static final byte[] REQUEST = Talk.request("000007");
    private static final byte[] ANSWER = Talk.answer("000007");

    @Test
    void shouldTimeFirstAndLastByteWhenTheSecondHalfComesLater() throws Exception {
        int half = ANSWER.length / 2;
        CountDownLatch halfIsRead = new CountDownLatch(1);
        try (Talk talk = new Talk(
                requestRead(),
                Step.send(Arrays.copyOf(ANSWER, half)),
                SharedTalk.until(halfIsRead),
                Step.send(Arrays.copyOfRange(ANSWER, half, ANSWER.length)),
                Step.staySilent())) {
            CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> {
                try {
                    return talk.run(patient(), REQUEST);
                } catch (FailureException e) {
                    throw new IllegalStateException(e);
                }
            });
            Await.until(
                    "the first half is read",
                    () -> talk.conversation().connection().unfinished().length == half);
            long between = System.nanoTime();
            halfIsRead.countDown();

            Outcome outcome = running.join();
            assertThat(outcome.failure()).isNull();
            assertThat(outcome.firstByteNanos()).isBetween(outcome.startNanos(), between);
            assertThat(outcome.endNanos()).isGreaterThanOrEqualTo(between);
        }
    }

    @Test
    void shouldShowWhatCameWhenTheAnswerIsCutShort() throws Exception {
        Await.inTime("the beginning of the answer", millis -> {
            try (Talk talk = new Talk(requestRead(), Step.send(Arrays.copyOf(ANSWER, 10)), Step.staySilent())) {
                Outcome outcome = talk.run(within(millis), REQUEST);
                if (outcome.receivedBytes() == 0) {
                    return false;
                }

                assertThat(talk.isOpen()).isFalse();
                assertThat(outcome.failure().failure()).isEqualTo(Failure.PARTIAL_FRAME);
                assertThat(outcome.unfinished()).isEqualTo(Arrays.copyOf(ANSWER, 10));
                assertThat(outcome.receivedBytes()).isEqualTo(10);
                return true;
            }
        });
    }
}

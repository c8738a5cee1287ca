package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ends a waiting sample. */
class InterruptionTest {
    private final Interruption interruption = new Interruption();
    private final AtomicInteger ended = new AtomicInteger();

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    @Test
    void shouldEndWhatIsWaitedForWhenRaised() {
        interruption.begin();
        interruption.endWaitBy(ended::incrementAndGet);

        assertThat(interruption.raise()).isTrue();
        assertThat(ended).hasValue(1);
        assertInterrupted();
    }

    private void assertInterrupted() {
        assertThatThrownBy(interruption::check)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.INTERRUPTED));
    }

    @Test
    void shouldEndTheNextWaitWhenRaisedBetweenTwo() {
        interruption.begin();
        interruption.raise();
        interruption.endWaitBy(ended::incrementAndGet);

        assertThat(ended).hasValue(1);
    }

    @Test
    void shouldEndTheWaitWhenTheThreadWasInterruptedBefore() {
        interruption.begin();
        Thread.currentThread().interrupt();
        interruption.endWaitBy(ended::incrementAndGet);

        assertThat(ended).hasValue(1);
        assertInterrupted();
    }

    @Test
    void shouldTouchNothingWhenTheSampleHasEnded() {
        interruption.begin();
        interruption.endWaitBy(ended::incrementAndGet);
        interruption.end();

        assertThat(interruption.raise()).isFalse();
        assertThat(ended).hasValue(0);
    }

    @Test
    void shouldTouchNothingWhenWhatWasWaitedForIsGivenBack() {
        interruption.begin();
        interruption.endWaitBy(ended::incrementAndGet);
        interruption.waitEnded();

        assertThat(interruption.raise()).isTrue();
        assertThat(ended).hasValue(0);
    }

    @Test
    void shouldLetTheNextSampleGoOnWhenOneWasInterrupted() {
        interruption.begin();
        interruption.raise();
        interruption.end();
        interruption.begin();

        assertThatCode(interruption::check).doesNotThrowAnyException();
    }

    @Test
    void shouldEndAPauseWhenRaisedByAnotherThread() {
        interruption.begin();
        CompletableFuture<Boolean> raised = CompletableFuture.supplyAsync(interruption::raise);

        assertThatThrownBy(() -> interruption.pause(System.nanoTime() + TimeUnit.HOURS.toNanos(1)))
                .isInstanceOf(FailureException.class);
        assertThat(raised.join()).isTrue();
    }

    @Test
    void shouldPauseToItsEndWhenItIsNotRaised() throws Exception {
        interruption.begin();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(80);

        interruption.pause(end);

        assertThat(System.nanoTime() - end).isGreaterThanOrEqualTo(0);
    }
}

package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Await;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waiting for a permit, and what ends the wait. */
class PermitsTest {
    private static final long LONG_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Permits permits = new Permits(1);
    private final Interruption interruption = new Interruption();

    @BeforeEach
    void takeTheOnlyOne() {
        assertThat(permits.tryTake()).isTrue();
        interruption.begin();
    }

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    private boolean take(long waitNanos) throws FailureException {
        return permits.take(System.nanoTime() + waitNanos, interruption);
    }

    @Test
    void shouldTakeItAtOnceWhenItIsFree() throws Exception {
        permits.giveBack();

        assertThat(take(0)).isTrue();
        assertThat(permits.tryTake()).isFalse();
    }

    @Test
    void shouldTakeNoneWhenTheTimeIsUpAndLeaveThatOneToTheNext() throws Exception {
        assertThat(take(TimeUnit.MILLISECONDS.toNanos(10))).isFalse();
        permits.giveBack();

        assertThat(permits.tryTake()).isTrue();
    }

    @Test
    void shouldTakeItWhenItIsGivenBackByAnotherThread() throws Exception {
        Thread waiting = Thread.currentThread();
        Thread holder = onceWaiting(waiting, permits::giveBack);

        assertThat(take(LONG_NANOS)).isTrue();
        holder.join();
    }

    @Test
    void shouldLeaveTheThreadUninterruptedWhenItsSampleIsInterrupted() throws Exception {
        Thread raising = onceWaiting(Thread.currentThread(), interruption::raise);

        assertInterrupted();

        raising.join();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThatOneIsFreeWhenItIsGivenBack();
    }

    @Test
    void shouldLeaveTheThreadInterruptedWhenThatEndsTheWait() throws Exception {
        Thread waiting = Thread.currentThread();
        Thread interrupting = onceWaiting(waiting, waiting::interrupt);

        assertInterrupted();

        assertThat(Thread.interrupted()).isTrue();
        interrupting.join();
        assertThatOneIsFreeWhenItIsGivenBack();
    }

    private void assertInterrupted() {
        assertThatThrownBy(() -> take(LONG_NANOS))
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.INTERRUPTED));
    }

    private void assertThatOneIsFreeWhenItIsGivenBack() {
        permits.giveBack();
        assertThat(permits.tryTake()).isTrue();
        assertThat(permits.tryTake()).isFalse();
    }

    private static Thread onceWaiting(Thread waiting, Runnable act) {
        Thread acting = new Thread(() -> {
            Await.until("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
            act.run();
        });
        acting.start();
        return acting;
    }
}

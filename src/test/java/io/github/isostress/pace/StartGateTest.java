package io.github.isostress.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.support.Await;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom the threads of a schedule wait for before its first request is due, and how long. */
@Timeout(180)
class StartGateTest {
    private static final long LONG_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final StartGate gate = new StartGate();

    private Thread waiting() {
        Thread thread = new Thread(() -> {
            gate.ready();
            try {
                gate.await(LONG_NANOS, LONG_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        Await.until("it waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    @Test
    void shouldOpenWhenTheLastThreadIsReady() throws Exception {
        gate.expect(3);
        Thread first = waiting();
        Thread second = waiting();

        gate.ready();

        assertThat(gate.await(LONG_NANOS, LONG_NANOS)).isTrue();
        first.join();
        second.join();
        assertThat(gate.opening().ready()).isEqualTo(3);
        assertThat(gate.opening().isIncomplete()).isFalse();
    }

    @Test
    void shouldOpenWhenTheThreadsThatAreMissingHaveEnded() throws Exception {
        gate.expect(3);
        Thread first = waiting();

        gate.endedBeforeReady();
        gate.endedBeforeReady();

        first.join();
        assertThat(gate.opening().isIncomplete()).isFalse();
    }

    @Test
    void shouldStayShutWhenAllThreadsOfAGroupEndBeforeAnotherBegins() throws Exception {
        gate.expect(1);
        gate.endedBeforeReady();
        gate.expect(2);
        gate.ready();

        assertThat(gate.await(LONG_NANOS, SHORT_NANOS)).isFalse();
    }

    @Test
    void shouldOpenWithoutTheOthersWhenTheFirstHasWaitedLongEnough() throws Exception {
        gate.expect(3);
        gate.ready();

        assertThat(gate.await(SHORT_NANOS, LONG_NANOS)).isTrue();

        StartGate.Opening opening = gate.opening();
        assertThat(opening.isIncomplete()).isTrue();
        assertThat(opening.ready()).isEqualTo(1);
        assertThat(opening.expected()).isEqualTo(3);
        assertThat(opening.waitedNanos()).isGreaterThanOrEqualTo(SHORT_NANOS);
    }

    @Test
    void shouldLetEveryThreadPassWhenItIsOpen() throws Exception {
        gate.expect(5);
        gate.open();
        gate.ready();

        assertThat(gate.await(LONG_NANOS, 0)).isTrue();
    }

    @Test
    void shouldNotHoldAThreadBackWhenNoneIsExpected() throws Exception {
        gate.ready();

        assertThat(gate.await(LONG_NANOS, LONG_NANOS)).isTrue();
    }

    @Test
    void shouldEndTheWaitWhenItsThreadIsInterrupted() {
        gate.expect(2);
        gate.ready();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> gate.await(LONG_NANOS, LONG_NANOS)).isInstanceOf(InterruptedException.class);
    }
}

package io.github.isostress.jmeter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.support.Await;
import java.rmi.MarshalledObject;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents wait for each other by RMI, and none of them too long. */
@Timeout(120)
@ExtendWith(JMeterEnvironment.class)
class StartingLineTest {
    private static final long LONG_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final long SHORT_MILLIS = 20;
    private static final long NOTICE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private OpenStartingLine open;
    private StartingLine line;

    /** As it comes to the agents. */
    @BeforeEach
    void open() throws Exception {
        open = OpenStartingLine.open(List.of("a:1099", "b:1099", "c:1099"));
        line = (StartingLine) new MarshalledObject<Object>(open).get();
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** An agent is ready; says when it begins. */
    private long begins(int agent, int timer, long longestMillis) throws RemoteException {
        return line.await(agent, timer, longestMillis) + System.nanoTime();
    }

    private CompletableFuture<Long> waiting(int agent, int timer) {
        return ControllerCall.begin("agent", () -> begins(agent, timer, LONG_MILLIS), Duration.ofMinutes(2));
    }

    @Test
    void shouldBeginOnAllWhenTheLastIsReady() throws Exception {
        CompletableFuture<Long> first = waiting(1, 0);
        CompletableFuture<Long> ofAnotherTimer = waiting(1, 1);
        CompletableFuture<Long> third = waiting(3, 0);
        assertThat(first).isNotDone();
        long last = System.nanoTime();

        long second = begins(2, 0, LONG_MILLIS);

        assertThat(List.of(first.get(), second, third.get()))
                .allMatch(begins -> begins - last >= NOTICE_NANOS, "in a moment");
        assertThat(ofAnotherTimer).isNotDone();
    }

    @Test
    void shouldBeginWithoutOneWhenItIsNotReadyInTime() throws Exception {
        long ready = System.nanoTime();

        assertThat(begins(1, 0, SHORT_MILLIS) - ready).isGreaterThan(NOTICE_NANOS);
        assertThat(begins(2, 0, LONG_MILLIS) - ready).isGreaterThan(NOTICE_NANOS);
        Await.until("they have begun", () -> System.nanoTime() - ready > 2 * NOTICE_NANOS);

        assertThat(line.await(3, 0, LONG_MILLIS)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "4, 0, 1", "1, -1, 1", "1, 10000, 1", "1, 0, -1", "1, 0, 90000000"})
    void shouldRefuseWhatNoAgentOfTheRunSays(int agent, int timer, long longestMillis) {
        assertThatThrownBy(() -> line.await(agent, timer, longestMillis))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("the run has no agent \\d, it has 3|no rate timer -?\\d+ waits for -?\\d+ ms");
    }

    @Test
    void shouldHearNothingWhenTheNextRunHasClosedIt() {
        open.close();

        assertThatThrownBy(() -> line.await(1, 0, SHORT_MILLIS)).isInstanceOf(NoSuchObjectException.class);
    }
}

package io.github.isostress.wire;

import static io.github.isostress.support.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.TestClient;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class NameResolverTest {
    private final AtomicInteger asked = new AtomicInteger();

    public static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<InetAddress> resolve(NameResolver names, String host, long deadline) throws FailureException {
        return names.resolve(new Endpoint(host, 5000), deadline, new CompletableFuture<>());
    }

    /** An answer that differs each time. */
    private InetAddress[] next(String name) throws UnknownHostException {
        return InetAddress.getAllByName("127.0.0." + asked.incrementAndGet());
    }

    @ParameterizedTest
    @CsvSource({"true, 127.0.0.1", "false, 127.0.0.2"})
    void shouldAskAgainOnlyWhenAnswersAreNotKept(boolean keepsAnswers, String second) throws Exception {
        NameResolver names = new NameResolver(this::next, keepsAnswers);

        assertThat(resolve(names, "a.example", TestClient.soon())).hasToString("[/127.0.0.1]");
        assertThat(resolve(names, "a.example", TestClient.soon())).hasToString("[/" + second + "]");
        assertThat(resolve(names, "b.example", TestClient.soon())).hasToString("[/127.0.0." + asked.get() + "]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldAskAgainWhenANameHadNoAddress(boolean keepsAnswers) throws Exception {
        NameResolver names = new NameResolver(
                name -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new UnknownHostException(name);
                    }
                    return InetAddress.getAllByName("127.0.0.1");
                },
                keepsAnswers);

        FailureException failure = failureOf(() -> resolve(names, "a.example", TestClient.soon()));
        assertThat(failure.failure()).isEqualTo(Failure.UNKNOWN_HOST);
        assertThat(failure).hasMessage("the name has no address");
        assertThat(resolve(names, "a.example", TestClient.soon())).hasToString("[/127.0.0.1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "fe80::1"})
    void shouldAskNobodyWhenTheHostIsAnAddress(String host) throws Exception {
        NameResolver names = new NameResolver(this::next, false);

        assertThat(resolve(names, host, System.nanoTime())).containsExactly(InetAddress.getByName(host));
        assertThat(asked).hasValue(0);
    }

    @Test
    void shouldTellConnectTimeoutWhenNoAnswerComesInTime() {
        CountDownLatch answer = new CountDownLatch(1);
        NameResolver names = new NameResolver(
                name -> {
                    await(answer);
                    return InetAddress.getAllByName("127.0.0.1");
                },
                true);

        FailureException failure = failureOf(() -> resolve(names, "slow.example", TestClient.in(50)));
        answer.countDown();

        assertThat(failure.failure()).isEqualTo(Failure.CONNECT_TIMEOUT);
        assertThat(failure).hasMessage("the name could not be resolved in time");
    }

    @Test
    void shouldShareTheAnswerWhenManyAskAtOnce() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        NameResolver names = new NameResolver(
                name -> {
                    await(answer);
                    return next(name);
                },
                false);

        failureOf(() -> resolve(names, "a.example", TestClient.in(1)));
        failureOf(() -> resolve(names, "a.example", TestClient.in(1)));
        answer.countDown();

        assertThat(resolve(names, "a.example", TestClient.soon())).isNotEmpty();
        assertThat(asked.get()).isLessThanOrEqualTo(2);
    }

    /** A name that never resolves, asked for by each thread of a plan. */
    @Test
    void shouldFindOtherNamesWhenManyWaitForASlowOne() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        NameResolver names = new NameResolver(
                name -> {
                    if (name.startsWith("slow")) {
                        await(answer);
                    }
                    return next(name);
                },
                false);
        for (int i = 0; i < 40; i++) {
            String slow = "slow" + i % 20 + ".example";
            failureOf(() -> resolve(names, slow, TestClient.in(1)));
        }

        assertThat(resolve(names, "quick.example", TestClient.soon())).isNotEmpty();
        answer.countDown();
    }

    @Test
    void shouldBeOneForAllThreadsWhenItAsksEachTime() {
        assertThat(NameResolver.askingEachTime()).isSameAs(NameResolver.askingEachTime());
    }

    @Test
    void shouldFindThisMachineWhenTheSystemIsAsked() throws Exception {
        assertThat(resolve(NameResolver.askingOnce(), "localhost", TestClient.soon()))
                .allSatisfy(address -> assertThat(address.isLoopbackAddress()).isTrue());
        assertThat(resolve(NameResolver.askingEachTime(), "localhost", TestClient.soon()))
                .isNotEmpty();
    }
}

package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.exchange.SharedTalk.Asking;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.message.ElementPath;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestHosts;
import io.github.isostress.wire.HostConnection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are lost while requests are under way: who is told, and where each byte is counted. */
class SharedLossTest {
    private static final int THREADS = 8;
    private static final ElementPath STAN = ElementPath.parse("11");

    private final AtomicInteger stan = new AtomicInteger();
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<UnmatchedFrame> told = new CopyOnWriteArrayList<>();

    @Test
    void shouldFailAllAlikeWithWhatCameWhenTheStreamEndsInsideAFrame() throws Exception {
        byte[] half = Arrays.copyOf(answer("000001"), 9);
        try (SharedTalk talk = new SharedTalk(requestRead(), requestRead(), requestRead(), Step.send(half)).begin()) {
            List<Asking> three = List.of(
                    talk.ask(patient(), request("000001")),
                    talk.ask(patient(), request("000002")),
                    talk.ask(patient(), request("000003")));

            assertThat(three).allSatisfy(asking -> {
                Outcome outcome = asking.outcome.join();
                assertThat(outcome.failure().failure()).isEqualTo(Failure.CLOSED_INSIDE_FRAME);
                assertThat(outcome.unfinished()).isEqualTo(half);
                assertThat(outcome.sentBytes()).isEqualTo(outcome.sent().length);
                assertThat(outcome.receivedBytes()).isZero();
            });
            talk.ended.join();
            assertThat(talk.shared().lost()).isEqualTo(3);
            assertThat(talk.ask(patient(), request("000004")).begun()).isNull();
            assertThat(talk.conversation().end(Optional.of(Talk.PACKAGER), talk.told::add))
                    .hasValueSatisfying(rest -> {
                        assertThat(rest.receivedBytes()).isEqualTo(half.length);
                        assertThat(rest.sentBytes()).isZero();
                        assertThat(rest.unfinished()).isEqualTo(half);
                    });
        }
    }

    /** Whatever ends it: the host, in good order or not, or our own side. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "every 150 : close",
                "every 150 : reset",
                "every 150 : cut 9 bytes then close",
                "every 3 : twice",
                "every 5 : no answer"
            })
    void shouldCountEachByteOnceWhenAConnectionEndsUnderLoad(String rule) throws Exception {
        for (int round = 0; round < 8; round++) {
            outcomes.clear();
            told.clear();
            try (EmbeddedHost host = TestHosts.ruled(rule)) {
                HostConnection connection = TestClient.connect(host.port(), "binary2");
                Remainder rest = loseUnderLoad(connection);

                assertThat(connection.sentBytes())
                        .as("sent")
                        .isEqualTo(sum(outcomes.stream().map(Outcome::sentBytes).toList())
                                + sum(told.stream()
                                        .map(UnmatchedFrame::sentBytes)
                                        .toList())
                                + rest.sentBytes());
                assertThat(connection.receivedBytes())
                        .as("received")
                        .isEqualTo(sum(outcomes.stream()
                                        .map(Outcome::receivedBytes)
                                        .toList())
                                + sum(told.stream()
                                        .map(frame -> (long) frame.frame().bytes().length)
                                        .toList())
                                + rest.receivedBytes());
                assertThat(rest.sentBytes()).as("each request tells of itself").isZero();
                assertThat(outcomes)
                        .allMatch(outcome -> outcome.response() == null
                                || outcome.failure() != null
                                || outcome.answer()
                                        .value(STAN)
                                        .equals(outcome.request().value(STAN)));
            }
        }
    }

    private static long sum(List<Long> bytes) {
        return bytes.stream().mapToLong(Long::longValue).sum();
    }

    private Remainder loseUnderLoad(HostConnection connection) throws Exception {
        Conversation conversation = new Conversation(connection, 64, new ReplacedKeys());
        ExecutorService threads = Executors.newCachedThreadPool();
        SharedConversation shared = new SharedConversation(
                conversation, Optional.of(Talk.PACKAGER), UnsolicitedRules.none(), told::add, threads);
        List<Thread> senders = new CopyOnWriteArrayList<>();
        for (int sender = 0; sender < THREADS; sender++) {
            Thread thread = new Thread(() -> sendUntilItEnds(shared));
            senders.add(thread);
            thread.start();
        }
        Thread closing = new Thread(() -> closeAfter(shared, 300));
        closing.start();
        shared.read();
        for (Thread sender : senders) {
            sender.join();
        }
        closing.join();
        threads.shutdown();
        return conversation
                .end(Optional.of(Talk.PACKAGER), told::add)
                .orElse(new Remainder(0, 0, new UnmatchedFrames(), new byte[0]));
    }

    private void closeAfter(SharedConversation shared, int count) {
        while (outcomes.size() < count && shared.conversation().connection().isOpen()) {
            Thread.onSpinWait();
        }
        shared.close();
    }

    private void sendUntilItEnds(SharedConversation shared) {
        Exchange exchange = Talk.within(40);
        try {
            while (true) {
                byte[] message = request(String.format("%06d", stan.incrementAndGet()));
                SharedRequest request = exchange.begin(shared, exchange.read(message));
                if (request == null) {
                    return;
                }
                outcomes.add(request.toOutcome());
            }
        } catch (FailureException e) {
            throw new IllegalStateException(e);
        }
    }
}

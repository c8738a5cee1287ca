package io.github.isostress.framing;

import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Bytes.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Await;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.HostConnection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames without a message, from a host that waits for them to be sent back, byte by byte as they were. */
class PollsTest {
    private static final byte[] MESSAGE = hex("30383030");

    @ParameterizedTest
    @CsvSource({
        "binary2-inclusive,                   0000",
        "visa,                                00000000",
        "visa-base1,                          00000000",
        "binary2 polls=answer,                0000",
        "binary4 polls=answer,                00000000",
        "ascii4 polls=answer,                 30303030",
        "ascii4 length=ebcdic4 polls=answer,  F0F0F0F0",
        "bcd2 polls=answer,                   0000",
        "tpdu polls=answer,                   0000",
        "binary2 trailer=03 polls=answer,     0000",
        "binary2 lead=02 trailer=03 uncounted-trailer lrc polls=answer, 02 0000 03 03",
    })
    void shouldSendThePollBackWhileARequestWaits(String framing, String poll) throws Exception {
        byte[] bytes = hex(poll);
        byte[] answer = FramingReader.parse(framing).asSent().wrap(MESSAGE);
        try (ScriptedPeer peer = ScriptedPeer.playing(
                        Step.read(answer.length),
                        Step.send(bytes),
                        Step.read(bytes.length),
                        Step.send(bytes),
                        Step.read(bytes.length),
                        Step.send(answer),
                        Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), framing)) {
            connection.send(connection.framing().wrap(MESSAGE), TestClient.soon());
            Frame frame = connection.receive(TestClient.soon());

            assertThat(frame.message()).isEqualTo(MESSAGE);
            assertThat(peer.received()).isEqualTo(join(answer, bytes, bytes));
            assertThat(connection.receivedBytes()).isEqualTo(answer.length + 2L * bytes.length);
            assertThat(connection.sentBytes()).isEqualTo(answer.length + 2L * bytes.length);
            assertThat(connection.polls().unanswered()).isEmpty();
        }
    }

    /** jPOS's AmexChannel breaks off where such a frame comes back. */
    @ParameterizedTest
    @CsvSource({
        "binary2-inclusive,     0002",
        "tpdu polls=answer,     0005 6000000000",
        "etx polls=answer,      03",
    })
    void shouldPassOverAFrameWithoutAMessageWhenItsLengthIsNotZero(String framing, String empty) throws Exception {
        byte[] answer = FramingReader.parse(framing).wrap(MESSAGE);
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.send(hex(empty)), Step.send(answer), Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), framing)) {
            assertThat(connection.receive(TestClient.soon()).message()).isEqualTo(MESSAGE);
            assertThat(connection.sentBytes()).isZero();
            assertThat(connection.polls().unanswered()).isEmpty();
        }
    }

    /** Presets whose jPOS channel ignores polls by default; ours do so too. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "binary2", "binary2-le", "binary4", "bcd2", "ascii4", "hex4", "tpdu", "etx"})
    void shouldIgnorePollsWhenThePresetsChannelDoes(String preset) {
        assertThat(FramingReader.parse(preset).answersPolls()).isFalse();
        assertThat(FramingReader.parse(preset + " polls=answer").answersPolls()).isTrue();
    }

    @Test
    void shouldSendThePollBackWhenNoRequestWaits() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.send(hex("0000")), Step.read(2), Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), "binary2-inclusive")) {
            Await.until("the poll is back", () -> {
                takeNothing(connection);
                return peer.received().length == 2;
            });
            assertThat(peer.received()).isEqualTo(hex("0000"));
        }
    }

    private static void awaitPoll(HostConnection connection) {
        Await.until("the poll has come", () -> {
            takeNothing(connection);
            return !connection.polls().unanswered().isEmpty();
        });
    }

    private static void takeNothing(HostConnection connection) {
        try {
            connection.takeUnread(frame -> fail("no frame has come"));
        } catch (FailureException e) {
            throw new AssertionError(e);
        }
    }

    /** A host that sends polls back too: one poll would go to and fro for ever. */
    @Test
    void shouldStopAnsweringWhenPollsComeBackAtOnce() throws Exception {
        byte[] answer = FramingReader.parse("visa").wrap(MESSAGE);
        Step[] script = new Step[2 * Polls.MOST_ANSWERED_A_SECOND + 3];
        for (int i = 0; i < script.length - 3; i += 2) {
            script[i] = Step.send(hex("00000000"));
            script[i + 1] = Step.read(4);
        }
        script[script.length - 3] = Step.send(hex("00000000"));
        script[script.length - 2] = Step.send(answer);
        script[script.length - 1] = Step.staySilent();
        try (ScriptedPeer peer = ScriptedPeer.playing(script);
                HostConnection connection = TestClient.connect(peer.port(), "visa")) {
            long start = System.nanoTime();
            Frame frame = connection.receive(TestClient.soon());
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);

            assertThat(frame.message()).isEqualTo(MESSAGE);
            assertThat(peer.received()).hasSize(4 * Polls.MOST_ANSWERED_A_SECOND);
            if (seconds == 0) {
                assertThat(connection.sentBytes()).isEqualTo(4 * Polls.MOST_ANSWERED_A_SECOND);
                assertThat(connection.polls().unanswered())
                        .endsWith("; no more than " + Polls.MOST_ANSWERED_A_SECOND + " a second are answered");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            binary2              | 0000 0000        | 2 zero-length polls came before, the last \\d+\\.\\d s before; polls=answer answers them
            visa polls=ignore    | 00000000         | 1 zero-length poll came before, \\d+\\.\\d s before; polls=answer answers it
            """)
    void shouldTellOfThePollsWhenTheHostHangsUpAfterThem(String framing, String polls, String words) throws Exception {
        byte[] request = FramingReader.parse(framing).wrap(MESSAGE);
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(request.length), Step.send(hex(polls)));
                HostConnection connection = TestClient.connect(peer.port(), framing)) {
            connection.send(request, TestClient.soon());

            assertThatThrownBy(() -> connection.receive(TestClient.soon()))
                    .hasMessageMatching("the stream ended before the first byte of a response; " + words)
                    .asInstanceOf(type(FailureException.class))
                    .extracting(FailureException::failure)
                    .isEqualTo(Failure.CLOSED_BY_HOST);
        }
    }

    @Test
    void shouldTellOfThePollsWhenTheHostBreaksOffAfterThem() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.send(hex("0000")), Step.read(1), Step.reset());
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            awaitPoll(connection);
            connection.send(hex("000430383030"), TestClient.soon());

            assertThatThrownBy(() -> connection.receive(TestClient.soon()))
                    .hasMessageContaining("1 zero-length poll came before, ")
                    .asInstanceOf(type(FailureException.class))
                    .extracting(FailureException::failure)
                    .isEqualTo(Failure.CONNECTION_RESET);
        }
    }

    @Test
    void shouldTellOfThePollsWhenNoAnswerComesInTime() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.send(hex("0000")), Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            awaitPoll(connection);

            assertThatThrownBy(() -> connection.receive(TestClient.in(1)))
                    .hasMessageStartingWith("nothing came; 1 zero-length poll came before, ")
                    .asInstanceOf(type(FailureException.class))
                    .extracting(FailureException::failure)
                    .isEqualTo(Failure.RESPONSE_TIMEOUT);
            assertThat(connection.isOpen()).isTrue();
        }
    }

    /** The poll lies unread in the socket when the end of the stream is found. */
    @Test
    void shouldTellOfThePollsWhenTheHostHungUpWhileTheConnectionWasIdle() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.send(hex("0000 0000")));
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            Await.until("the end is found", connection::closedWhileIdle);

            assertThat(connection.unread().takeRest()).isEmpty();
            assertThat(connection.polls().unanswered()).startsWith("2 zero-length polls came before, the last ");
        }
    }

    /** The connection is closed, so the poll gets no answer; what came after it is not lost. */
    @Test
    void shouldTakeTheRestWhenThereIsAPollInItAndTheConnectionWasClosed() throws Exception {
        byte[] late = FramingReader.parse("visa").wrap(MESSAGE);
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.send(join(hex("00000000"), late)));
                HostConnection connection = TestClient.connect(peer.port(), "visa")) {
            Await.until("the end is found", connection::closedWhileIdle);

            assertThat(connection.unread().takeRest())
                    .singleElement()
                    .satisfies(frame -> assertThat(frame.message()).isEqualTo(MESSAGE));
        }
    }

    /** The host does not read: the failure says so. */
    @Test
    void shouldEndWithTheAnswersFailureWhenAPollCannotBeAnswered() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.send(hex("0000")), Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), "binary2-inclusive")) {
            connection.polls().answerBy((poll, deadlineNanos) -> {
                throw new FailureException(Failure.SEND_FAILED, "Broken pipe");
            });

            assertThatThrownBy(() -> connection.receive(TestClient.soon()))
                    .hasMessage("a zero-length poll was not answered: Broken pipe")
                    .asInstanceOf(type(FailureException.class))
                    .extracting(FailureException::failure)
                    .isEqualTo(Failure.SEND_FAILED);
        }
    }
}

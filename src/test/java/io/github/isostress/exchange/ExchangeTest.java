package io.github.isostress.exchange;

import static io.github.isostress.support.TestMessages.message;
import static io.github.isostress.support.TestMessages.pack;
import static io.github.isostress.support.TestMessages.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.Packagers;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.FramingText;
import io.github.isostress.wire.HostConnection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole exchanges with peers that answer well, late, wrongly or not at all. */
class ExchangeTest {
    private static final String PACKAGER = "iso87ascii";
    private static final byte[] REQUEST = pack(purchase(PACKAGER, "000007"));
    private static final byte[] ANSWER = frame(pack(message(PACKAGER, "0210", "000007")));
    private static final byte[] OF_ANOTHER = frame(pack(message(PACKAGER, "0210", "000006")));
    private static final byte[] ECHO_REQUEST = frame(pack(message(PACKAGER, "0800", "000007")));
    private static final Step REQUEST_READ = Step.read(2 + REQUEST.length);

    private static byte[] frame(byte[] message) {
        return FramingText.parse("binary2").wrap(message);
    }

    private static Exchange exchange(int timeoutMillis) {
        ResponseMatcher matcher = new ResponseMatcher(List.of(ElementPath.parse("11")));
        return new Exchange(Optional.of(Packagers.builtIn(PACKAGER)), matcher, timeoutMillis);
    }

    private static Exchange raw() {
        return new Exchange(Optional.empty(), new ResponseMatcher(List.of()), TestClient.PATIENCE_MILLIS);
    }

    /** The outcome with a peer that plays this script, and whether the connection is open afterwards. */
    private record Result(Outcome outcome, boolean open) {}

    private static Result run(Exchange exchange, byte[] request, Step... script) throws FailureException {
        try (ScriptedPeer peer = ScriptedPeer.playing(script);
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            Outcome outcome = exchange.run(connection, request);
            assertThat(outcome.startNanos()).isPositive().isLessThanOrEqualTo(outcome.endNanos());
            return new Result(outcome, connection.isOpen());
        }
    }

    private static Result run(int timeoutMillis, Step... script) throws FailureException {
        return run(exchange(timeoutMillis), REQUEST, script);
    }

    private static Failure failure(Result result) {
        assertThat(result.open).as("open after a failure").isFalse();
        return result.outcome.failure().failure();
    }

    @Test
    void shouldGiveTheAnswerWhenItComes() throws Exception {
        Result result = run(TestClient.PATIENCE_MILLIS, REQUEST_READ, Step.send(ANSWER), Step.staySilent());

        assertThat(result.open).isTrue();
        assertThat(result.outcome.failure()).isNull();
        assertThat(result.outcome.sent()).isEqualTo(frame(REQUEST));
        assertThat(result.outcome.sentMessageStart()).isEqualTo(2);
        assertThat(result.outcome.request().mti()).isEqualTo("0200");
        assertThat(result.outcome.response().bytes()).isEqualTo(ANSWER);
        assertThat(result.outcome.answer().mti()).isEqualTo("0210");
        assertThat(result.outcome.passedOver().isEmpty()).isTrue();
    }

    @Test
    void shouldPassOverOtherMessagesWhenTheAnswerFollows() throws Exception {
        byte[] all = Bytes.join(OF_ANOTHER, ECHO_REQUEST, new byte[2], ANSWER);

        Result result = run(TestClient.PATIENCE_MILLIS, REQUEST_READ, Step.send(all), Step.staySilent());

        assertThat(result.outcome.failure()).isNull();
        assertThat(result.outcome.response().bytes()).isEqualTo(ANSWER);
        assertThat(result.outcome.passedOver())
                .hasToString("2 passed over: element 11 differs; MTI 0800 does not answer 0200");
    }

    @Test
    void shouldTellUnmatchedWhenOnlyOtherMessagesCome() throws Exception {
        Result result = run(300, REQUEST_READ, Step.send(OF_ANOTHER), Step.send(ECHO_REQUEST), Step.staySilent());

        assertThat(failure(result)).isEqualTo(Failure.UNMATCHED_RESPONSE);
        assertThat(result.outcome.failure())
                .hasMessage("2 passed over: element 11 differs; MTI 0800 does not answer 0200");
        assertThat(result.outcome.response()).isNull();
        assertThat(result.outcome.firstByteNanos()).isZero();
    }

    @Test
    void shouldTellResponseTimeoutWhenNothingComes() throws Exception {
        Result result = run(200, Step.staySilent());

        assertThat(failure(result)).isEqualTo(Failure.RESPONSE_TIMEOUT);
        assertThat(result.outcome.endNanos() - result.outcome.startNanos()).isGreaterThanOrEqualTo(200_000_000L);
    }

    @Test
    void shouldTellClosedByHostWhenItClosesAfterAnotherMessage() throws Exception {
        Result result = run(TestClient.PATIENCE_MILLIS, REQUEST_READ, Step.send(OF_ANOTHER));

        assertThat(failure(result)).isEqualTo(Failure.CLOSED_BY_HOST);
        assertThat(result.outcome.passedOver()).hasToString("1 passed over: element 11 differs");
    }

    @Test
    void shouldKeepTheFrameWhenItCannotBeUnpacked() throws Exception {
        byte[] unreadable = Bytes.hex("0006 303231307F7F");

        Result result = run(TestClient.PATIENCE_MILLIS, REQUEST_READ, Step.send(unreadable), Step.staySilent());

        assertThat(failure(result)).isEqualTo(Failure.UNPACK_ERROR);
        assertThat(result.outcome.response().bytes()).isEqualTo(unreadable);
        assertThat(result.outcome.answer()).isNull();
        assertThat(result.outcome.firstByteNanos()).isPositive();
    }

    @Test
    void shouldTakeTheNextReadableMessageWhenTheRequestItselfIsBroken() throws Exception {
        byte[] broken = Bytes.hex("30323030FF");

        Result result = run(
                exchange(TestClient.PATIENCE_MILLIS),
                broken,
                Step.read(2 + broken.length),
                Step.send(ECHO_REQUEST),
                Step.staySilent());

        assertThat(result.outcome.request()).isNull();
        assertThat(result.outcome.failure()).isNull();
        assertThat(result.outcome.answer().mti()).isEqualTo("0800");
    }

    @Test
    void shouldTakeTheNextFrameWhenMessagesAreRaw() throws Exception {
        byte[] anything = Bytes.hex("0002 FFFF");

        Result result = run(raw(), Bytes.hex("01"), Step.read(3), Step.send(anything), Step.staySilent());

        assertThat(result.outcome.failure()).isNull();
        assertThat(result.outcome.response().bytes()).isEqualTo(anything);
        assertThat(result.outcome.request()).isNull();
        assertThat(result.outcome.answer()).isNull();
    }

    @Test
    void shouldTellTemplateErrorWhenTheFramingCannotCarryTheMessage() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), "binary2 max=10")) {
            assertThatThrownBy(() -> raw().run(connection, new byte[11]))
                    .hasMessage("the message has 11 bytes, the framing allows at most 10")
                    .asInstanceOf(type(FailureException.class))
                    .extracting(FailureException::failure)
                    .isEqualTo(Failure.TEMPLATE_ERROR);
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void shouldTimeFirstAndLastByteWhenTheSecondHalfComesLater() throws Exception {
        int half = ANSWER.length / 2;
        Result result = run(
                TestClient.PATIENCE_MILLIS,
                REQUEST_READ,
                Step.send(Arrays.copyOf(ANSWER, half)),
                Step.pause(100),
                Step.send(Arrays.copyOfRange(ANSWER, half, ANSWER.length)),
                Step.staySilent());

        Outcome outcome = result.outcome;
        assertThat(outcome.failure()).isNull();
        assertThat(outcome.firstByteNanos()).isBetween(outcome.startNanos(), outcome.endNanos());
        assertThat(outcome.endNanos() - outcome.firstByteNanos()).isGreaterThan(50_000_000L);
    }

    /** An answer too many: the next request is the same to the byte and must still wait for an answer of its own. */
    @Test
    void shouldPassOverTheFrameWhenItCameBeforeTheRequest() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(
                        REQUEST_READ,
                        Step.send(Bytes.join(ANSWER, ANSWER)),
                        REQUEST_READ,
                        Step.send(ANSWER),
                        Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), "binary2")) {
            exchange(TestClient.PATIENCE_MILLIS).run(connection, REQUEST);
            Outcome second = exchange(TestClient.PATIENCE_MILLIS).run(connection, REQUEST);

            assertThat(second.failure()).isNull();
            assertThat(second.passedOver()).hasToString("1 passed over: came before the request");
            assertThat(second.startNanos()).isLessThanOrEqualTo(second.firstByteNanos());
            assertThat(second.receivedBytes()).isEqualTo(2L * ANSWER.length);
        }
    }

    @Test
    void shouldShowWhatCameWhenTheAnswerIsCutShort() throws Exception {
        Result result = run(300, REQUEST_READ, Step.send(Arrays.copyOf(ANSWER, 10)), Step.staySilent());

        assertThat(failure(result)).isEqualTo(Failure.RESPONSE_TIMEOUT);
        assertThat(result.outcome.unfinished()).isEqualTo(Arrays.copyOf(ANSWER, 10));
        assertThat(result.outcome.receivedBytes()).isEqualTo(10);
    }

    @Test
    void shouldKeepTheConnectionWhenTheAnswerIsADecline() throws Exception {
        var decline = message(PACKAGER, "0210", "000007");
        decline.set(39, "51");

        Result result =
                run(TestClient.PATIENCE_MILLIS, REQUEST_READ, Step.send(frame(pack(decline))), Step.staySilent());

        assertThat(new ResponseRules(java.util.Set.of("00"))
                        .judge(result.outcome)
                        .successful())
                .isFalse();
        assertThat(result.open).isTrue();
    }

    @Test
    void shouldEndAtTheDeadlineWhenOtherMessagesFloodIn() throws Exception {
        byte[] many = Bytes.join(OF_ANOTHER, OF_ANOTHER, OF_ANOTHER, OF_ANOTHER, ECHO_REQUEST);

        Result result = run(400, REQUEST_READ, Step.flood(many));

        assertThat(failure(result)).isEqualTo(Failure.UNMATCHED_RESPONSE);
        assertThat(result.outcome.endNanos() - result.outcome.startNanos()).isLessThan(10_000_000_000L);
        assertThat(result.outcome.passedOver().toString())
                .endsWith("passed over: element 11 differs; element 11 differs; element 11 differs; ...")
                .hasSizeLessThan(200);
    }
}

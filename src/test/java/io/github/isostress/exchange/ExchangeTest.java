package io.github.isostress.exchange;

import static io.github.isostress.support.TestMessages.message;
import static io.github.isostress.support.TestMessages.pack;
import static io.github.isostress.support.TestMessages.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.judgement.ResponseRules;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whole exchanges with peers that answer well, late, wrongly or not at all. */
class ExchangeTest {
    private static final String PACKAGER = "iso87ascii";
    private static final byte[] REQUEST = pack(purchase(PACKAGER, "000007"));
    private static final byte[] ANSWER = frame(pack(message(PACKAGER, "0210", "000007")));
    private static final byte[] OF_ANOTHER = frame(pack(message(PACKAGER, "0210", "000006")));
    private static final Step REQUEST_READ = Step.read(2 + REQUEST.length);

    private static byte[] frame(byte[] message) {
        return FramingReader.parse("binary2").wrap(message);
    }

    private static Exchange exchange(int timeoutMillis) {
        ResponseMatcher matcher = new ResponseMatcher(List.of(ElementPath.parse("11")));
        return Talk.exchange(Optional.of(Packagers.builtIn(PACKAGER)), matcher, timeoutMillis);
    }

    private static Exchange raw() {
        return Talk.exchange(Optional.empty(), new ResponseMatcher(List.of()), TestClient.PATIENCE_MILLIS);
    }

    /** The outcome with a peer that plays this script, and whether the connection is open afterwards. */
    private record Result(Outcome outcome, boolean open) {}

    private static Result run(Exchange exchange, byte[] request, Step... script) throws FailureException {
        try (ScriptedPeer peer = ScriptedPeer.playing(script);
                Conversation conversation =
                        new Conversation(TestClient.connect(peer.port(), "binary2"), new ReplacedKeys())) {
            Outcome outcome = Talk.run(exchange, conversation, request);
            assertThat(outcome.startNanos()).isPositive().isLessThanOrEqualTo(outcome.endNanos());
            return new Result(outcome, conversation.connection().isOpen());
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
        assertThat(result.outcome.unmatched().isEmpty()).isTrue();
    }

    @Test
    void shouldTellResponseTimeoutWhenNothingComes() throws Exception {
        Result result = run(200, Step.staySilent());

        assertThat(result.open).as("open: a late answer can be told apart").isTrue();
        assertThat(result.outcome.failure().failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
        assertThat(result.outcome.failure().particulars()).isEqualTo("nothing came");
        assertThat(result.outcome.endNanos() - result.outcome.startNanos()).isGreaterThanOrEqualTo(200_000_000L);
    }

    @Test
    void shouldTellClosedByHostWhenItClosesAfterAnotherMessage() throws Exception {
        Result result = run(TestClient.PATIENCE_MILLIS, REQUEST_READ, Step.send(OF_ANOTHER));

        assertThat(failure(result)).isEqualTo(Failure.CLOSED_BY_HOST);
        assertThat(result.outcome.unmatched())
                .hasToString("not the answer: 1 other: MTI 0210, DE 11 is 000006, sent was 000007");
    }

    @Test
    void shouldKeepTheFrameWhenItCannotBeUnpacked() throws Exception {
        byte[] unreadable = Bytes.hex("0006 303231307F7F");

        Result result = run(TestClient.PATIENCE_MILLIS, REQUEST_READ, Step.send(unreadable), Step.staySilent());

        assertThat(failure(result)).isEqualTo(Failure.UNPACK_ERROR);
        assertThat(result.outcome.response().bytes()).isEqualTo(unreadable);
        assertThat(result.outcome.failure().particulars())
                .startsWith("the bitmap at byte 4 of 6 cannot be read with packager iso87ascii: its bytes do not fit"
                        + " IFA_BITMAP of length 16 (or the message ends inside it)");
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
                Step.send(OF_ANOTHER),
                Step.staySilent());

        assertThat(result.outcome.request()).isNull();
        assertThat(result.outcome.failure()).isNull();
        assertThat(result.outcome.answer().mti()).isEqualTo("0210");
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
                Conversation conversation =
                        new Conversation(TestClient.connect(peer.port(), "binary2 max=10"), new ReplacedKeys())) {
            assertThatThrownBy(() -> Talk.run(raw(), conversation, new byte[11]))
                    .hasMessage("the message has 11 bytes, the framing allows at most 10")
                    .asInstanceOf(type(FailureException.class))
                    .extracting(FailureException::failure)
                    .isEqualTo(Failure.TEMPLATE_ERROR);
            assertThat(conversation.connection().isOpen()).isTrue();
        }
    }

    @Test
    void shouldKeepTheConnectionWhenTheAnswerIsADecline() throws Exception {
        var decline = message(PACKAGER, "0210", "000007");
        decline.set(39, "51");

        Result result =
                run(TestClient.PATIENCE_MILLIS, REQUEST_READ, Step.send(frame(pack(decline))), Step.staySilent());

        assertThat(new ResponseRules(Set.of("00"), List.of())
                        .judge(result.outcome)
                        .successful())
                .isFalse();
        assertThat(result.open).isTrue();
    }

    /** What opens and closes a session is an exchange like any other, judged by its own DE 39. */
    @Test
    void shouldBeJudgedByItsOwnCodeWhenItIsASignOn() throws Exception {
        byte[] signOn = pack(message(PACKAGER, "0800", "000001"));
        var refusal = message(PACKAGER, "0810", "000001");
        refusal.set(39, "91");

        Result result = run(
                exchange(TestClient.PATIENCE_MILLIS),
                signOn,
                Step.read(2 + signOn.length),
                Step.send(frame(pack(refusal))),
                Step.staySilent());

        assertThat(new ResponseRules(Set.of("00"), List.of()).judge(result.outcome))
                .isEqualTo(new Verdict(
                        false, "91", "Issuer or switch is inoperative", "DE 39 is 91; the success codes are 00"));
    }

    /** Without a packager nothing tells the frames apart but the time at which they come. */
    @Test
    void shouldTellEarlyWhenARawFrameCameBeforeTheRequest() throws Exception {
        byte[] anything = Bytes.hex("0002 FFFF");
        try (ScriptedPeer peer = ScriptedPeer.playing(
                        Step.read(3),
                        Step.send(Bytes.join(anything, anything)),
                        Step.read(3),
                        Step.send(anything),
                        Step.staySilent());
                Conversation conversation =
                        new Conversation(TestClient.connect(peer.port(), "binary2"), new ReplacedKeys())) {
            Talk.run(raw(), conversation, Bytes.hex("01"));
            Outcome second = Talk.run(raw(), conversation, Bytes.hex("02"));

            assertThat(second.failure()).isNull();
            assertThat(second.unmatched()).hasToString("not the answer: 1 early: a frame came before the request");
            assertThat(second.receivedBytes()).isEqualTo(2L * anything.length);
        }
    }
}

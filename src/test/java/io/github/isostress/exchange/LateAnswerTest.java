package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.PACKAGER;
import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.exchange;
import static io.github.isostress.exchange.Talk.frame;
import static io.github.isostress.exchange.Talk.keys;
import static io.github.isostress.exchange.Talk.kinds;
import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static io.github.isostress.exchange.Talk.within;
import static io.github.isostress.support.TestMessages.message;
import static io.github.isostress.support.TestMessages.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that come after the time of their request is up, and the connections they come on. */
class LateAnswerTest {
    private static final int SHORT_MILLIS = 100;
    private static final long SHORT_NANOS = 100_000_000L;
    private static final byte[] FIRST = request("000001");
    private static final byte[] SECOND = request("000002");

    /** The second request is what makes the peer go on, so the late answer comes while the second one waits. */
    @Test
    void shouldTellLateFromAnswerWhenBothComeTogether() throws Exception {
        byte[] both = Bytes.join(answer("000001"), answer("000002"));
        try (Talk talk = new Talk(requestRead(), requestRead(), Step.send(both), Step.staySilent())) {
            Outcome first = talk.run(within(SHORT_MILLIS), FIRST);
            assertThat(talk.isOpen()).isTrue();
            Outcome second = talk.run(patient(), SECOND);

            assertThat(first.failure().failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
            assertThat(second.failure()).isNull();
            assertThat(second.response().bytes()).isEqualTo(answer("000002"));
            assertThat(second.unmatched().kept()).singleElement().satisfies(late -> {
                assertThat(late.kind()).isEqualTo(Kind.LATE);
                assertThat(late.failure()).isEqualTo(Failure.LATE_RESPONSE);
                assertThat(late.frame().bytes()).isEqualTo(answer("000001"));
                assertThat(late.message().mti()).isEqualTo("0210");
                assertThat(late.elapsedNanos()).isEqualTo(late.frame().lastByteNanos() - first.startNanos());
                assertThat(late.lateNanos()).isEqualTo(late.elapsedNanos() - SHORT_NANOS);
                assertThat(late.particulars())
                        .matches(
                                "MTI 0210 answers an earlier request \\d+ ms after it was sent, \\d+ ms after its time was up");
            });
        }
    }

    /** A read that has timed out must leave the TLS session in order. */
    @Test
    void shouldTellLateFromAnswerWhenTheConnectionIsTls(@TempDir Path folder) throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        byte[] both = Bytes.join(answer("000001"), answer("000002"));
        Step[] script = {requestRead(), requestRead(), Step.send(both), Step.staySilent()};
        try (ScriptedPeer peer = ScriptedPeer.overTls(certificates.serverContext(), unchanged -> {}, script);
                Conversation conversation = new Conversation(
                        TestClient.connect(peer.port(), "binary2", ClientTls.trusting(certificates.ca())),
                        new ReplacedKeys())) {
            Talk.run(within(SHORT_MILLIS), conversation, FIRST);
            Outcome second = Talk.run(patient(), conversation, SECOND);

            assertThat(second.failure()).isNull();
            assertThat(kinds(second.unmatched())).containsExactly(Kind.LATE);
        }
    }

    @Test
    void shouldStayATimeoutWhenOnlyALateAnswerComes() throws Exception {
        Await.inTime("the late answer", millis -> {
            try (Talk talk = new Talk(requestRead(), requestRead(), Step.send(answer("000001")), Step.staySilent())) {
                talk.run(within(SHORT_MILLIS), FIRST);
                Outcome second = talk.run(within(millis), SECOND);

                assertThat(second.failure().failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
                assertThat(second.response()).isNull();
                assertThat(talk.isOpen()).isTrue();
                return second.failure().particulars().startsWith("not the answer: 1 late: MTI 0210 answers an earlier");
            }
        });
    }

    @Test
    void shouldTellDuplicateWhenALateAnswerComesTwice() throws Exception {
        byte[] all = Bytes.join(answer("000001"), answer("000001"), answer("000002"));
        try (Talk talk = new Talk(requestRead(), requestRead(), Step.send(all), Step.staySilent())) {
            talk.run(within(SHORT_MILLIS), FIRST);

            assertThat(kinds(talk.run(patient(), SECOND).unmatched())).containsExactly(Kind.LATE, Kind.DUPLICATE);
        }
    }

    @Test
    void shouldTellLateWhenTheConnectionIsIdle() throws Exception {
        UnmatchedFrames unmatched = new UnmatchedFrames();
        CountDownLatch timeIsUp = new CountDownLatch(1);
        try (Talk talk =
                new Talk(requestRead(), SharedTalk.until(timeIsUp), Step.send(answer("000001")), Step.staySilent())) {
            talk.run(within(SHORT_MILLIS), FIRST);
            timeIsUp.countDown();
            Idle.until(talk, UnsolicitedRules.none(), unmatched, 1);
        }
        assertThat(kinds(unmatched)).containsExactly(Kind.LATE);
    }

    /** The late answer to the first request would pass for the answer to the second. */
    @Test
    void shouldAskForAnotherConnectionWhenTheKeyIsThatOfATimedOutRequest() throws Exception {
        try (Talk talk = new Talk(Step.staySilent())) {
            talk.run(within(SHORT_MILLIS), FIRST);

            assertThat(talk.canRun(patient(), FIRST)).isFalse();
            assertThat(talk.canRun(patient(), SECOND)).isTrue();
            assertThatThrownBy(() -> talk.run(patient(), FIRST)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void shouldAskForAnotherConnectionWhenALateAnswerCouldPassForAnything() throws Exception {
        try (Talk talk = new Talk(Step.staySilent())) {
            talk.run(within(SHORT_MILLIS), FIRST);

            assertThat(talk.canRun(exchange(Optional.of(PACKAGER), keys(), 1), SECOND))
                    .as("no keys")
                    .isFalse();
            assertThat(talk.canRun(exchange(Optional.of(PACKAGER), keys("41"), 1), SECOND))
                    .as("another key")
                    .isFalse();
            assertThat(talk.canRun(exchange(Optional.empty(), keys(), 1), SECOND))
                    .as("raw")
                    .isFalse();
            assertThat(talk.canRun(patient(), Bytes.hex("30323030FF")))
                    .as("unreadable")
                    .isFalse();
        }
    }

    /**
     * A reversal with the STAN of what it reverses, and a sign-off without a key: their answers have MTIs of their own.
     */
    @Test
    void shouldRunOnTheSameConnectionWhenNoMtiAnswersBoth() throws Exception {
        byte[] reversal = pack(message(Talk.PACKAGER_NAME, "0420", "000001"));
        byte[] repeat = pack(message(Talk.PACKAGER_NAME, "0201", "000001"));
        try (Talk talk = new Talk(
                requestRead(),
                Step.read(2 + reversal.length),
                Step.send(Bytes.join(answer("000001"), frame("0430", "000001"))),
                Step.staySilent())) {
            talk.run(within(SHORT_MILLIS), FIRST);

            assertThat(talk.canRun(patient(), repeat)).isFalse();
            assertThat(talk.canRun(patient(), reversal)).isTrue();
            Outcome reversed = talk.run(patient(), reversal);
            assertThat(reversed.answer().mti()).isEqualTo("0430");
            assertThat(kinds(reversed.unmatched())).containsExactly(Kind.LATE);
        }
    }

    @Test
    void shouldRunWithTheSameKeyWhenTheLateAnswerHasCome() throws Exception {
        byte[] both = Bytes.join(answer("000001"), answer("000002"));
        try (Talk talk = new Talk(
                requestRead(),
                requestRead(),
                Step.send(both),
                requestRead(),
                Step.send(answer("000001")),
                Step.staySilent())) {
            talk.run(within(SHORT_MILLIS), FIRST);
            talk.run(patient(), SECOND);

            assertThat(talk.canRun(patient(), FIRST)).isTrue();
            assertThat(talk.run(patient(), FIRST).failure()).isNull();
        }
    }

    /** A healthy connection on which many answers are lost. */
    @Test
    void shouldStayOpenAndKnowTheFirstLateAnswerWhenManyRequestsHaveNone() throws Exception {
        int lost = 40;
        byte[] all = Bytes.join(answer("000000"), answer("000100"));
        try (Talk talk =
                new Talk(Step.read(lost * requestLength()), requestRead(), Step.send(all), Step.staySilent())) {
            for (int stan = 0; stan < lost; stan++) {
                talk.run(within(25), request(String.format("%06d", stan)));
                assertThat(talk.isOpen()).isTrue();
            }
            Outcome outcome = talk.run(patient(), request("000100"));

            assertThat(outcome.failure()).isNull();
            assertThat(kinds(outcome.unmatched())).containsExactly(Kind.LATE);
        }
    }

    private static int requestLength() {
        return 2 + FIRST.length;
    }
}

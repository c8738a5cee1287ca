package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.PACKAGER;
import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.exchange;
import static io.github.isostress.exchange.Talk.keys;
import static io.github.isostress.exchange.Talk.kinds;
import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.judgement.ResponseRules;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests that are sent without a wait for their answers, and answers that come nevertheless. */
class UnawaitedRequestTest {
    private static final ResponseRules RULES = new ResponseRules(Set.of("00"), List.of());

    @Test
    void shouldEndWhenTheRequestIsWritten() throws Exception {
        try (Talk talk = new Talk(requestRead(), Step.staySilent())) {
            Outcome outcome = talk.run(unawaited(Optional.of(PACKAGER)), request("000001"));

            assertThat(outcome.failure()).isNull();
            assertThat(outcome.response()).isNull();
            assertThat(outcome.sentBytes()).isEqualTo(outcome.sent().length);
            assertThat(talk.isOpen()).isTrue();
            assertThat(RULES.judge(outcome))
                    .isEqualTo(new Verdict(true, "SENT", "The request was sent; no answer is waited for", ""));
        }
    }

    @Test
    void shouldTellUnawaitedFromAwaitedAnswerWhenBothCome() throws Exception {
        byte[] both = Bytes.join(answer("000001"), answer("000002"));
        try (Talk talk = new Talk(requestRead(), requestRead(), Step.send(both), Step.staySilent())) {
            Outcome first = talk.run(unawaited(Optional.of(PACKAGER)), request("000001"));
            Outcome second = talk.run(patient(), request("000002"));

            assertThat(second.failure()).isNull();
            assertThat(second.response().bytes()).isEqualTo(answer("000002"));
            assertThat(second.unmatched().kept()).singleElement().satisfies(frame -> {
                assertThat(frame.kind()).isEqualTo(Kind.UNAWAITED);
                assertThat(frame.failure()).isNull();
                assertThat(frame.elapsedNanos()).isEqualTo(frame.frame().lastByteNanos() - first.startNanos());
            });
        }
    }

    @Test
    void shouldReportDuplicateWhenAnUnawaitedAnswerComesTwice() throws Exception {
        byte[] thrice = Bytes.join(answer("000001"), answer("000001"), answer("000002"));
        try (Talk talk = new Talk(requestRead(), requestRead(), Step.send(thrice), Step.staySilent())) {
            talk.run(unawaited(Optional.of(PACKAGER)), request("000001"));
            Outcome second = talk.run(patient(), request("000002"));

            assertThat(kinds(second.unmatched())).containsExactly(Kind.UNAWAITED, Kind.DUPLICATE);
        }
    }

    @Test
    void shouldNotWaitForAnAnswerWhenAnUnawaitedOneCouldBeTakenForIt() throws Exception {
        try (Talk talk = new Talk(requestRead(), Step.staySilent())) {
            talk.run(unawaited(Optional.of(PACKAGER)), request("000001"));

            assertThat(talk.canRun(patient(), request("000001"))).isFalse();
            assertThat(talk.canRun(patient(), request("000002"))).isTrue();
            assertThat(talk.canRun(unawaited(Optional.of(PACKAGER)), request("000001")))
                    .isTrue();
        }
    }

    @Test
    void shouldFailWhenTheHostHasGone() throws Exception {
        try (Talk talk = new Talk(requestRead(), Step.reset())) {
            Outcome first = talk.run(patient(), request("000001"));
            assertThat(first.failure().failure()).isEqualTo(Failure.CONNECTION_RESET);

            Outcome second = talk.run(unawaited(Optional.of(PACKAGER)), request("000002"));

            assertThat(second.failure()).isNotNull();
            assertThat(RULES.judge(second).successful()).isFalse();
        }
    }

    @Test
    void shouldSendWithoutWaitingWhenMessagesAreRaw() throws Exception {
        try (Talk talk = new Talk(requestRead(), Step.staySilent())) {
            Outcome outcome = talk.run(unawaited(Optional.empty()), request("000001"));

            assertThat(outcome.failure()).isNull();
            assertThat(outcome.request()).isNull();
        }
    }

    @Test
    void shouldNotWaitForAnAnswerWhenAnUnawaitedRawRequestMayBeAnsweredFirst() throws Exception {
        Exchange raw = exchange(Optional.empty(), keys("11"), TestClient.PATIENCE_MILLIS);
        try (Talk talk = new Talk(requestRead(), Step.staySilent())) {
            assertThat(talk.canRun(raw, request("000002"))).isTrue();
            talk.run(unawaited(Optional.empty()), request("000001"));

            assertThat(talk.canRun(raw, request("000002"))).isFalse();
            assertThat(talk.canRun(unawaited(Optional.empty()), request("000002")))
                    .isTrue();
        }
    }

    private static Exchange unawaited(Optional<IsoPackager> packager) {
        return new Exchange(new ExchangeSettings(
                packager,
                keys("11"),
                TestClient.PATIENCE_MILLIS,
                AfterTimeout.KEEP,
                packager.isEmpty() ? UnsolicitedRules.none() : UnsolicitedRules.networkManagement(),
                Expectation.NOTHING));
    }
}

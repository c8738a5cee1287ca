package io.github.isostress.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.support.Await;
import io.github.isostress.support.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A host that says nothing, and what that tells. */
class SilenceTest {
    private static final int SHORT_MILLIS = 200;
    private static final String USUAL_CAUSE = "the usual cause is the framing or the packager";
    private static final byte[] UNFINISHED = {0};

    private static void assertAdvised(Outcome outcome, Failure failure) {
        assertThat(outcome.failure().failure()).isEqualTo(failure);
        assertThat(outcome.silence().advice(outcome).get(0)).startsWith(USUAL_CAUSE);
    }

    @Test
    void shouldSuspectTheFramingWhenTheFirstRequestHasNoAnswer() throws Exception {
        try (Talk talk = new Talk(Step.staySilent())) {
            assertAdvised(talk.run(Talk.within(SHORT_MILLIS), Talk.request("000001")), Failure.RESPONSE_TIMEOUT);
            assertAdvised(talk.run(Talk.within(SHORT_MILLIS), Talk.request("000002")), Failure.RESPONSE_TIMEOUT);
        }
    }

    @Test
    void shouldSuspectTheFramingWhenTheHostClosesWithoutAByte() throws Exception {
        try (Talk talk = new Talk(Talk.requestRead())) {
            assertAdvised(talk.run(Talk.patient(), Talk.request("000001")), Failure.CLOSED_BY_HOST);
        }
        try (Talk talk = new Talk(Talk.requestRead(), Step.reset())) {
            assertAdvised(talk.run(Talk.patient(), Talk.request("000001")), Failure.CONNECTION_RESET);
        }
    }

    @Test
    void shouldSayThatTheFramingIsRightWhenTheConnectionHasHadAnswers() throws Exception {
        try (Talk talk = new Talk(
                Talk.requestRead(),
                Step.send(Talk.answer("000001")),
                Talk.requestRead(),
                Step.send(Talk.answer("000002")),
                Talk.requestRead())) {
            assertThat(talk.run(Talk.patient(), Talk.request("000001")).silence())
                    .isNull();
            talk.run(Talk.patient(), Talk.request("000002"));

            Outcome closed = talk.run(Talk.patient(), Talk.request("000003"));

            assertThat(closed.failure().failure()).isEqualTo(Failure.CLOSED_BY_HOST);
            assertThat(closed.silence().advice(closed))
                    .containsExactly("this connection has had 2 answers before, so framing and packager are right");
        }
    }

    @Test
    void shouldSayNothingWhenSomethingCame() throws Exception {
        for (byte[] some : List.of(UNFINISHED, Talk.answer("000009"))) {
            Await.inTime("what the host says", millis -> {
                try (Talk talk = new Talk(Talk.requestRead(), Step.send(some), Step.staySilent())) {
                    Outcome outcome = talk.run(Talk.within(millis), Talk.request("000001"));
                    boolean came = outcome.unfinished().length > 0
                            || !outcome.unmatched().isEmpty();
                    assertThat(outcome.silence() == null).isEqualTo(came);
                    return came;
                }
            });
        }
    }

    @Test
    void shouldTellTheSameOnASharedConnection() throws Exception {
        try (SharedTalk talk =
                new SharedTalk(Talk.requestRead(), Step.send(Talk.answer("000001")), Talk.requestRead()).begin()) {
            assertThat(talk.run(Talk.patient(), Talk.request("000001")).silence())
                    .isNull();

            Outcome closed = talk.run(Talk.patient(), Talk.request("000002"));

            assertThat(closed.silence().advice(closed).get(0)).startsWith("this connection has had an answer before");
        }
        try (SharedTalk talk = new SharedTalk(Step.staySilent()).begin()) {
            assertAdvised(talk.run(Talk.within(SHORT_MILLIS), Talk.request("000001")), Failure.RESPONSE_TIMEOUT);
        }
    }
}

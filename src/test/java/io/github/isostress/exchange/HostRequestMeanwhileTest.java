package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.PACKAGER;
import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.frame;
import static io.github.isostress.exchange.Talk.kinds;
import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static io.github.isostress.exchange.Talk.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A request of the host's own while we wait: the work for it is neither in our request's time nor beyond its deadline.
 */
class HostRequestMeanwhileTest {
    private static final byte[] ECHO = frame("0800", "000009");
    private static final byte[] REQUEST = request("000001");
    private static final int BUILDING_MILLIS = 1_000;

    private volatile long builtNanos;

    /** An answer that takes long to be built, once so many things have happened. */
    private UnsolicitedRules slow(CountDownLatch happened, int millis) throws FailureException {
        MessageTemplate template =
                MessageTemplate.compile("0 0810\n70 301", Optional.of(PACKAGER), Expression.Compiler.LITERAL);
        CountDownLatch never = new CountDownLatch(1);
        return UnsolicitedRules.of(Set.of("0800"), Optional.of(context -> {
            try {
                happened.await();
                assertThat(never.await(millis, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            builtNanos = System.nanoTime();
            return template.fill();
        }));
    }

    @Test
    void shouldNotBeInTheLatencyWhenOurAnswerComesBehindTheHostsRequest() throws Exception {
        assertThatBuildingIsNotInTheTime(Step.send(Bytes.join(ECHO, answer("000001"))));
    }

    @Test
    void shouldNotBeInTheLatencyWhenOurAnswerComesWhileItIsAnswered() throws Exception {
        assertThatBuildingIsNotInTheTime(Step.send(ECHO), Step.pause(20), Step.send(answer("000001")));
    }

    private void assertThatBuildingIsNotInTheTime(Step... sent) throws Exception {
        CountDownLatch isSent = new CountDownLatch(1);
        Step answering = client -> {
            for (Step step : sent) {
                step.play(client);
            }
            isSent.countDown();
        };
        try (Talk talk = new Talk(requestRead(), answering, Step.staySilent())) {
            Outcome outcome = talk.run(within(20_000, slow(isSent, BUILDING_MILLIS)), REQUEST);

            assertThat(outcome.failure()).isNull();
            assertThat(outcome.endNanos()).isLessThan(builtNanos);
            assertThat(kinds(outcome.unmatched())).containsExactly(Kind.UNSOLICITED);
            assertThat(outcome.unmatched().kept().get(0).failure()).isNull();
        }
    }

    @Test
    void shouldTimeOutAtTheDeadlineWhenAnsweringTakesLonger() throws Exception {
        Await.inTime("the host's request", this::timesOutWhileItIsAnswered);
    }

    private boolean timesOutWhileItIsAnswered(int millis) throws Exception {
        try (Talk talk = new Talk(
                requestRead(), Step.send(ECHO), requestRead(), Step.send(answer("000002")), Step.staySilent())) {
            UnsolicitedRules slow = slow(new CountDownLatch(0), millis + BUILDING_MILLIS / 2);
            Outcome outcome = talk.run(within(millis, slow), REQUEST);
            long nanos = outcome.endNanos() - outcome.startNanos();
            boolean sawTheDeadlineLate = nanos > TimeUnit.MILLISECONDS.toNanos(millis + BUILDING_MILLIS / 4);
            if (outcome.unmatched().isEmpty() || sawTheDeadlineLate) {
                return false;
            }

            assertThat(outcome.failure().failure()).isEqualTo(Failure.RESPONSE_TIMEOUT);
            assertThat(outcome.endNanos()).isLessThan(builtNanos);
            assertThat(kinds(outcome.unmatched())).containsExactly(Kind.UNSOLICITED);
            assertThat(outcome.unmatched().kept().get(0).failure())
                    .as("the host has its answer nevertheless")
                    .isNull();
            assertThat(talk.run(patient(), request("000002")).failure()).isNull();
            return true;
        }
    }

    /**
     * A host that speaks all the time and never reads blocks what we write, but for no longer than our request may
     * take.
     */
    @Test
    void shouldEndAtTheDeadlineWhenTheHostDoesNotTakeOurAnswer() throws Exception {
        byte[] many = Bytes.join(ECHO, ECHO, ECHO, ECHO, ECHO, ECHO, ECHO, ECHO);
        List<UnmatchedFrame> told = new ArrayList<>();
        try (Talk talk = new Talk(requestRead(), Step.flood(many))) {
            Exchange exchange = within(300);
            Outcome outcome = exchange.run(talk.conversation(), exchange.read(REQUEST), told::add);

            assertThat(outcome.failure()).isNotNull();
            assertThat(told)
                    .as("nothing was interrupted")
                    .extracting(UnmatchedFrame::failure)
                    .doesNotContain(Failure.INTERRUPTED);
            assertThat(outcome.failure().failure()).isNotEqualTo(Failure.INTERRUPTED);
            assertThat(TimeUnit.NANOSECONDS.toMillis(outcome.endNanos() - outcome.startNanos()))
                    .isLessThan(60_000);
        }
    }

    /** The host goes away in the middle of what we answer, but its answer to us has come before. */
    @Test
    void shouldTakeTheAnswerThatHasComeWhenTheHostTakesOursNoMore() throws Exception {
        try (Talk talk = new Talk(requestRead(), Step.send(Bytes.join(ECHO, answer("000001"))))) {
            Outcome outcome = talk.run(within(20_000, slow(new CountDownLatch(0), BUILDING_MILLIS)), REQUEST);

            assertThat(outcome.failure()).isNull();
            assertThat(outcome.answer().mti()).isEqualTo("0210");
        }
    }

    @Test
    void shouldLeaveNobodyReadingWhenTheAnswerCannotEvenBeTried() throws Exception {
        UnsolicitedRules broken = UnsolicitedRules.of(Set.of("0800"), Optional.of(context -> {
            throw new IllegalStateException("stop the thread");
        }));
        try (Talk talk = new Talk(requestRead(), Step.send(ECHO), Step.staySilent())) {
            assertThatThrownBy(() -> talk.run(within(20_000, broken), REQUEST))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(talk.isOpen()).isFalse();
        }
    }
}

package io.github.isostress.jmeter.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.IntendedStart;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.support.Await;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.jmeter.sampler.DebugSampler;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.util.JMeterStopThreadException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The schedule that the copies of a rate timer share: JMeter gives each thread a copy, and asks it before each sample.
 */
@ExtendWith(JMeterEnvironment.class)
class Iso8583RateTimerTest {
    private static final Iso8583RateTimerSchema SCHEMA = Iso8583RateTimerSchema.INSTANCE;
    private static final String RATE = "rate_of_test";
    private static final long SECOND = 1_000_000_000;

    private final JMeterContext context = JMeterContextService.getContext();

    private static Iso8583RateTimer timer(String rate) {
        Iso8583RateTimer timer = new Iso8583RateTimer();
        timer.setName("pace");
        timer.set(SCHEMA.rate, rate);
        return timer;
    }

    private static Iso8583RateTimer started(String rate) {
        Iso8583RateTimer timer = timer(rate);
        timer.testStarted();
        return timer;
    }

    /** Its rate is an expression, compiled as in a test that runs. */
    private static Iso8583RateTimer followingTheProperty() {
        return new PlanScope(Optional.empty(), Map.of()).live(started("${__P(" + RATE + ")}"));
    }

    private static Iso8583RateTimer clone(Iso8583RateTimer timer) {
        return (Iso8583RateTimer) timer.clone();
    }

    private long intended() {
        return IntendedStart.of(context).orElseThrow();
    }

    @AfterEach
    void forgetTheRate() {
        JMeterUtils.getJMeterProperties().remove(RATE);
    }

    @Test
    void shouldGiveEveryThreadATurnOfOneScheduleWhenItIsCloned() {
        Iso8583RateTimer timer = started("20");
        long before = System.nanoTime();

        clone(timer).delay();
        long first = intended();
        clone(timer).delay();
        long second = intended();
        long millis = clone(timer).delay();

        assertThat(first).isBetween(before, System.nanoTime());
        assertThat(second - first).isEqualTo(SECOND / 20);
        assertThat(intended() - first).isEqualTo(SECOND / 10);
        assertThat(millis).isBetween(0L, 100L);
    }

    @Test
    void shouldBeginAnewWhenATestStarts() {
        Iso8583RateTimer timer = started("0.5");
        clone(timer).delay();

        timer.testStarted();

        assertThat(clone(timer).delay()).isZero();
    }

    @Test
    void shouldHaveItsOwnScheduleWhenSentToAnAgent() {
        Iso8583RateTimer sent = SerializationUtils.roundtrip(started("0.5"));

        sent.testStarted("agent");

        assertThat(clone(sent).delay()).isZero();
        assertThat(IntendedStart.of(context)).isPresent();
    }

    @Test
    void shouldDelayNoSampleWhenTheRateIsZero() {
        Iso8583RateTimer timer = started("0");

        for (int n = 0; n < 1_000; n++) {
            assertThat(timer.delay()).isZero();
        }

        assertThat(IntendedStart.of(context)).isEmpty();
    }

    @Test
    void shouldBeDueInThePastWhenNoThreadHasAskedForAWhile() {
        Iso8583RateTimer timer = started("10000");
        timer.delay();
        long first = intended();
        Await.until("ten requests are due", () -> System.nanoTime() - first > SECOND / 1_000);

        for (int n = 1; n <= 10; n++) {
            assertThat(timer.delay()).isZero();
            assertThat(intended() - first).isEqualTo(n * SECOND / 10_000);
        }
    }

    @Test
    void shouldFollowThePropertyWhenItChangesBetweenRequests() {
        JMeterUtils.setProperty(RATE, "1000");
        Iso8583RateTimer timer = followingTheProperty();
        timer.delay();
        JMeterUtils.setProperty(RATE, "4");
        timer.delay();
        long second = intended();
        timer.delay();

        assertThat(intended() - second).isEqualTo(SECOND / 4);
    }

    @Test
    void shouldEndTheWaitWhenTheRateRises() throws Exception {
        JMeterUtils.setProperty(RATE, "0.001");
        Iso8583RateTimer timer = followingTheProperty();
        clone(timer).delay();
        Thread[] waiting = {new Thread(clone(timer)::delay), new Thread(clone(timer)::delay)};
        for (Thread thread : waiting) {
            thread.start();
            Await.until("it waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
        }

        JMeterUtils.setProperty(RATE, "1000");

        for (Thread thread : waiting) {
            Await.until("its turn has come", () -> !thread.isAlive());
        }
    }

    @Test
    void shouldEndTheWaitWhenTheRateBecomesUnlimited() throws Exception {
        JMeterUtils.setProperty(RATE, "0.001");
        Iso8583RateTimer timer = followingTheProperty();
        clone(timer).delay();
        Thread waiting = new Thread(clone(timer)::delay);
        waiting.start();
        Await.until("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);

        JMeterUtils.setProperty(RATE, "0");

        Await.until("it is let go", () -> !waiting.isAlive());
    }

    @Test
    void shouldStopTheThreadWhenTheRateIsNoneAndTheSamplerIsNotOurs() {
        context.setCurrentSampler(new DebugSampler());

        assertThatThrownBy(() -> started("fast").delay())
                .isInstanceOf(JMeterStopThreadException.class)
                .hasMessageStartingWith("'pace': 'fast' is no rate");
    }

    @Test
    void shouldPauseBetweenFailuresWhenTheRateIsNone() {
        Iso8583RateTimer timer = started("${unset}");
        context.setCurrentSampler(new Iso8583Request());

        assertThat(timer.delay()).isZero();
        assertThat(timer.delay()).isEqualTo(1_000);
        assertThatThrownBy(() -> IntendedStart.check(context))
                .hasMessage("'pace': rate: a variable or function in ${unset} has no value");
    }
}

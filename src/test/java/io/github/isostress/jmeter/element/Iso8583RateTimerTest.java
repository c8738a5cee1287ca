package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.IntendedStart;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanHosts;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import io.github.isostress.support.Await;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.jmeter.sampler.DebugSampler;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.util.JMeterStopThreadException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rate timer as JMeter uses it: a clone for each thread, which asks before each of its samples. */
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

    /** Its expression lives, as in a test that runs. */
    private static Iso8583RateTimer followingTheProperty() {
        return new PlanScope(Optional.empty(), List.of(), Map.of()).live(started("${__P(" + RATE + ")}"));
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
    void shouldTellEveryThreadItsTurnOfOneScheduleWhenItIsCloned() {
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
    void shouldHaveAScheduleOfItsOwnWhenSentToAnAgent() {
        Iso8583RateTimer sent = SerializationUtils.roundtrip(started("0.5"));

        sent.testStarted("agent");

        assertThat(clone(sent).delay()).isZero();
        assertThat(IntendedStart.of(context)).isPresent();
    }

    @Test
    void shouldHoldNothingBackWhenTheRateIsZero() {
        Iso8583RateTimer timer = started("0");

        for (int n = 0; n < 1_000; n++) {
            assertThat(timer.delay()).isZero();
        }

        assertThat(IntendedStart.of(context)).isEmpty();
    }

    @Test
    void shouldBeDueInThePastWhenNobodyAskedForAWhile() {
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
    void shouldWaitNoLongerWhenTheRateRisesWhileItWaitsForAFarTurn() throws Exception {
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
    void shouldWaitNoLongerWhenNothingIsHeldBackAnyMore() throws Exception {
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
    void shouldFailEverySampleWithOneSentenceWhenTheRateIsNone() throws Exception {
        try (EmbeddedHost host = PlanHosts.playing("always : approve")) {
            SmallPlan plan = new SmallPlan(3, 1);
            plan.group().add(timer("fast"));
            plan.group().add(connection("switch", host));
            plan.group().add(request("echo", ECHO_TEST));

            List<SampleResult> samples = plan.run();

            assertThat(samples).hasSize(3).allSatisfy(sample -> {
                assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
                assertThat(sample.getResponseDataAsString()).contains("'pace': 'fast' is no rate: write requests");
            });
        }
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
        Iso8583RateTimer timer = started("${nobody}");
        context.setCurrentSampler(new Iso8583Request());

        assertThat(timer.delay()).isZero();
        assertThat(timer.delay()).isEqualTo(1_000);
        assertThatThrownBy(() -> IntendedStart.check(context))
                .hasMessage("'pace': rate: a variable or function in ${nobody} has no value");
    }

    @Test
    void shouldSendAllInTimeWhenThreadsShareTheRate() throws Exception {
        try (EmbeddedHost host = PlanHosts.playing("always : approve")) {
            SmallPlan plan = new SmallPlan(5, 40);
            plan.group().add(timer("200"));
            plan.group().add(connection("switch", host));
            plan.group().add(request("echo", ECHO_TEST));

            long start = System.nanoTime();
            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "echo")).hasSize(200).allMatch(SampleResult::isSuccessful);
            assertThat(System.nanoTime() - start).isGreaterThan(199 * SECOND / 200);
        }
    }

    @Test
    void shouldEndAtOnceWhenATestIsStoppedWhileThreadsWaitForTheirTurn() throws Exception {
        SmallPlan plan = new SmallPlan(3, 1);
        plan.group().add(timer("0.001"));
        plan.group().add(new DebugSampler());
        plan.start();
        Await.until("the first has sampled", () -> plan.samples().size() == 1);

        assertThat(plan.stop()).hasSize(1);
    }

    @Test
    void shouldEndWithItsTimeWhenTurnsAreFartherAway() throws Exception {
        SmallPlan plan = new SmallPlan(3, 1);
        plan.threadGroup().setScheduler(true);
        plan.threadGroup().setDuration(1);
        plan.group().add(timer("0.001"));
        plan.group().add(new DebugSampler());

        long start = System.nanoTime();

        assertThat(plan.run()).hasSize(1);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(60);
    }
}

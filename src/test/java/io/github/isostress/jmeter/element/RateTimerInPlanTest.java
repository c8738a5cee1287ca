package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static io.github.isostress.jmeter.element.PacedPlan.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.sampler.DebugSampler;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a rate timer does to the samples of a plan that runs. */
@ExtendWith(JMeterEnvironment.class)
class RateTimerInPlanTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void shouldFailEverySampleWithOneSentenceWhenTheRateIsNone() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : approve")) {
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
    void shouldSendAllInTimeWhenThreadsShareTheRate() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : approve")) {
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
        plan.threadGroup().setDuration(5);
        plan.group().add(timer("0.001"));
        plan.group().add(new DebugSampler());

        long start = System.nanoTime();

        assertThat(plan.run()).hasSize(1);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(60);
    }
}

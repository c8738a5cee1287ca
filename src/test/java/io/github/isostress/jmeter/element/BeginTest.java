package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.request;
import static io.github.isostress.jmeter.element.PacedPlan.CONNECTION;
import static io.github.isostress.jmeter.element.PacedPlan.FOR_EVER;
import static io.github.isostress.jmeter.element.PacedPlan.PURCHASE;
import static io.github.isostress.jmeter.element.PacedPlan.TIMER;
import static io.github.isostress.jmeter.element.PacedPlan.firstStart;
import static io.github.isostress.jmeter.element.PacedPlan.lastEnd;
import static io.github.isostress.jmeter.element.PacedPlan.patientTimer;
import static io.github.isostress.jmeter.element.PacedPlan.signingOn;
import static io.github.isostress.jmeter.element.PacedPlan.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.sampler.DebugSampler;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.openmodel.OpenModelThreadGroup;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When the first request of a rate timer is due: not before all threads are connected, unless the plan says so. */
@ExtendWith(JMeterEnvironment.class)
class BeginTest {
    /** The second of two threads starts after half of that, when the test has long been stopped. */
    private static final int LONG_SECONDS = 240;

    /** A rate: the second request is due when the test has long been stopped. */
    private static final String A_TURN_IN_MINUTES = "0.001";

    private static final String SLOW_SIGN_ON = "mti 0800 : delay 300\nalways : approve";

    @Test
    void shouldSendNothingBeforeEveryThreadHasSignedOn() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled(SLOW_SIGN_ON)) {
            SmallPlan plan = PacedPlan.of(new SmallPlan(5, 4), patientTimer("1000"), signingOn(host));

            List<SampleResult> samples = plan.run();

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(labels(samples))
                    .containsEntry("switch connect", 5L)
                    .containsEntry("switch sign-on", 5L)
                    .containsEntry("purchase", 20L);
            assertThat(firstStart(labelled(samples, "purchase")))
                    .isGreaterThanOrEqualTo(lastEnd(labelled(samples, "switch sign-on")));
        }
    }

    @Test
    void shouldWaitForThreadsThatAreStillToStartWhenTheyRampUp() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = PacedPlan.of(new SmallPlan(3, 1), patientTimer("1000"), signingOn(host));
            plan.threadGroup().setRampUp(1);

            List<SampleResult> samples = plan.run();

            assertThat(firstStart(labelled(samples, "purchase")))
                    .isGreaterThanOrEqualTo(lastEnd(labelled(samples, "switch sign-on")));
        }
    }

    @Test
    void shouldBeginWithTheFirstThreadWhenThePlanSaysAtOnce() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583RateTimer timer = timer("1000");
            timer.set(TIMER.begin, "at once");
            SmallPlan plan = PacedPlan.of(new SmallPlan(2, 1), timer, signingOn(host));
            plan.threadGroup().setRampUp(LONG_SECONDS);
            plan.start();
            Elements.await(() -> labels(plan.samples()).containsKey("purchase"));

            assertThat(labels(plan.stop())).containsEntry("switch connect", 1L).containsEntry("purchase", 1L);
        }
    }

    @Test
    void shouldBeginWithoutTheOthersWhenTheTimeIsUp() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583RateTimer timer = timer("1000");
            timer.set(TIMER.beginWithin, "1");
            SmallPlan plan = PacedPlan.of(new SmallPlan(2, 1), timer, signingOn(host));
            plan.threadGroup().setRampUp(LONG_SECONDS);
            plan.start();
            Elements.await(() -> labels(plan.samples()).containsKey("purchase"));
            List<SampleResult> samples = plan.stop();

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(labels(samples)).containsEntry("switch connect", 1L).containsEntry("purchase", 1L);
            assertThat(firstStart(labelled(samples, "purchase")) - lastEnd(labelled(samples, "switch sign-on")))
                    .isGreaterThanOrEqualTo(990);
        }
    }

    @Test
    void shouldConnectBeforeItsTurnWhenAThreadStartsLater() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583RateTimer timer = timer(A_TURN_IN_MINUTES);
            timer.set(TIMER.beginWithin, "0");
            SmallPlan plan = PacedPlan.of(new SmallPlan(2, 1), timer, signingOn(host));
            plan.threadGroup().setRampUp(1);
            plan.start();
            Elements.await(() -> labelled(plan.samples(), "switch sign-on").size() == 2
                    && labels(plan.samples()).containsKey("purchase"));

            assertThat(labels(plan.stop())).containsEntry("purchase", 1L);
        }
    }

    @Test
    void shouldOpenEachConnectionOfAPoolBeforeTheFirstRequest() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583Connection connection = signingOn(host);
            connection.set(CONNECTION.keep, "pool of 3");
            SmallPlan plan = PacedPlan.of(new SmallPlan(5, 2), patientTimer("1000"), connection);

            List<SampleResult> samples = plan.run();

            assertThat(labels(samples)).containsEntry("switch connect", 3L).containsEntry("purchase", 10L);
            assertThat(firstStart(labelled(samples, "purchase")))
                    .isGreaterThanOrEqualTo(lastEnd(labelled(samples, "switch sign-on")));
        }
    }

    @Test
    void shouldGetReadyBeforeItsOwnTurnWhenASecondRequestHasAnotherConnection() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, 1);
            plan.group().add(patientTimer(A_TURN_IN_MINUTES));
            HashTree first = plan.group().add(request("first", PURCHASE));
            first.add(connection("one", host));
            HashTree second = plan.group().add(request("second", PURCHASE));
            second.add(connection("two", host));

            plan.start();
            Elements.await(() -> labels(plan.samples()).containsKey("two connect"));

            assertThat(plan.stop())
                    .extracting(SampleResult::getSampleLabel)
                    .containsExactly("one connect", "first", "two connect");
        }
    }

    @Test
    void shouldEvaluateEachPropertyOnceASampleWhenTheFirstIsPreparedBeforeItsTurn() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, 3);
            plan.group().add(patientTimer("1000"));
            plan.group().add(signingOn(host));
            Iso8583Request counting = request("purchase", "0 0200\n11 00000${evaluations}");
            counting.set(
                    Iso8583RequestSchema.INSTANCE.responseTimeout,
                    "${__intSum(60000,${__counter(FALSE,evaluations)})}");
            plan.group().add(counting);

            List<SampleResult> samples = labelled(plan.run(), "purchase");

            assertThat(samples)
                    .hasSize(3)
                    .extracting(sample -> sample.getSamplerData().replaceAll("(?s).*\\b(00000\\d)\\b.*", "$1"))
                    .containsExactly("000001", "000002", "000003");
        }
    }

    @Test
    void shouldLetThreadsOfOtherSamplersWaitForEachOther() throws Exception {
        SmallPlan plan = new SmallPlan(3, 1);
        plan.threadGroup().setRampUp(3);
        plan.group().add(patientTimer("1000"));
        plan.group().add(new DebugSampler());

        long start = System.currentTimeMillis();
        List<SampleResult> samples = plan.run();

        assertThat(samples).hasSize(3);
        // The third thread starts after two seconds.
        assertThat(firstStart(samples) - start).isGreaterThan(1_500);
    }

    @Test
    void shouldHoldNoArrivalBackWhenTheGroupIsAnOpenModel() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(0, 1);
            OpenModelThreadGroup arrivals = new OpenModelThreadGroup();
            arrivals.setName("arrivals");
            arrivals.setScheduleString("rate(20/s) even_arrivals(1 s) pause(10 s)");
            HashTree tree = plan.plan().add(arrivals);
            tree.add(patientTimer("100"));
            tree.add(signingOn(host));
            tree.add(request("purchase", PURCHASE));
            List<SampleResult> samples = plan.run();

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(labelled(samples, "purchase")).hasSizeBetween(15, 21);
        }
    }

    @Test
    void shouldFailEverySampleWithOneSentenceWhenTheChoiceIsNone() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583RateTimer timer = timer("1000");
            timer.set(TIMER.begin, "soon");
            timer.set(TIMER.beginWithin, FOR_EVER);

            List<SampleResult> samples =
                    PacedPlan.of(new SmallPlan(2, 1), timer, signingOn(host)).run();

            assertThat(samples).hasSize(2).allSatisfy(sample -> {
                assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
                assertThat(sample.getResponseDataAsString())
                        .contains("'pace': begin 'soon' is none of when all are connected, at once");
            });
        }
    }
}

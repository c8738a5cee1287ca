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
    /** Far less than the turn is away, and more than a request takes that connects in its turn. */
    private static final long BEFORE_THE_TURN_MILLIS = 100;

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
            SmallPlan plan = PacedPlan.of(new SmallPlan(3, 1), timer, signingOn(host));
            plan.threadGroup().setRampUp(3);

            List<SampleResult> samples = plan.run();

            assertThat(firstStart(labelled(samples, "purchase")))
                    .isLessThan(lastEnd(labelled(samples, "switch sign-on")));
        }
    }

    @Test
    void shouldBeginWithoutTheOthersWhenTheTimeIsUp() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583RateTimer timer = timer("1000");
            timer.set(TIMER.beginWithin, "1");
            SmallPlan plan = PacedPlan.of(new SmallPlan(2, 1), timer, signingOn(host));
            plan.threadGroup().setRampUp(6);

            List<SampleResult> samples = plan.run();

            List<SampleResult> purchases = labelled(samples, "purchase");
            assertThat(purchases).hasSize(2).allMatch(SampleResult::isSuccessful);
            assertThat(firstStart(purchases)).isLessThan(lastEnd(labelled(samples, "switch connect")));
            assertThat(firstStart(purchases)
                            - lastEnd(labelled(samples, "switch sign-on").subList(0, 1)))
                    .isGreaterThanOrEqualTo(990);
        }
    }

    @Test
    void shouldConnectBeforeItsTurnWhenAThreadStartsLater() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583RateTimer timer = timer("0.5");
            timer.set(TIMER.beginWithin, "0");
            SmallPlan plan = PacedPlan.of(new SmallPlan(2, 1), timer, signingOn(host));
            plan.threadGroup().setRampUp(1);

            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "purchase")).hasSize(2).allMatch(SampleResult::isSuccessful);
            assertThat(lastEnd(labelled(samples, "purchase")) - lastEnd(labelled(samples, "switch sign-on")))
                    .isGreaterThan(BEFORE_THE_TURN_MILLIS);
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
            plan.group().add(patientTimer("1"));
            HashTree first = plan.group().add(request("first", PURCHASE));
            first.add(connection("one", host));
            HashTree second = plan.group().add(request("second", PURCHASE));
            second.add(connection("two", host));

            List<SampleResult> samples = plan.run();

            assertThat(samples)
                    .extracting(SampleResult::getSampleLabel)
                    .containsExactly("one connect", "first", "two connect", "second");
            long connected = lastEnd(labelled(samples, "two connect"));
            assertThat(firstStart(labelled(samples, "second")) - connected).isGreaterThan(BEFORE_THE_TURN_MILLIS);
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

        List<SampleResult> samples = plan.run();

        assertThat(samples).hasSize(3);
        assertThat(lastEnd(samples) - firstStart(samples)).isLessThan(1_000);
    }

    @Test
    void shouldHoldNoArrivalBackWhenTheGroupIsAnOpenModel() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(0, 1);
            OpenModelThreadGroup arrivals = new OpenModelThreadGroup();
            arrivals.setName("arrivals");
            arrivals.setScheduleString("rate(20/s) even_arrivals(1 s) pause(2 s)");
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

package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.request;
import static io.github.isostress.jmeter.element.PacedPlan.CONNECTION;
import static io.github.isostress.jmeter.element.PacedPlan.PURCHASE;
import static io.github.isostress.jmeter.element.PacedPlan.patientTimer;
import static io.github.isostress.jmeter.element.PacedPlan.signingOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.support.Await;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jorphan.util.JMeterStopThreadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Threads that wait for all to be connected do not wait for those that never will be, nor longer than the test. */
@ExtendWith(JMeterEnvironment.class)
class BeginWithoutSomeTest {
    /** Far less than the timers' patience, and enough for busy machines. */
    private static final long SOON_SECONDS = 20;

    /** Ends the thread that has the number 1. */
    public static final class EndsTheFirstThread extends AbstractSampler {
        private static final long serialVersionUID = 1L;

        @Override
        public SampleResult sample(Entry unused) {
            if (getThreadContext().getThreadNum() == 0) {
                throw new JMeterStopThreadException("as planned");
            }
            return null;
        }
    }

    @Test
    void shouldTellTheFailedConnectOnceAndHoldNoThreadBackWhenAHostIsDown() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(0, 1);
            plan.plan().add(patientTimer("1000"));
            PlanTree.Group down = plan.addGroup("down", 1, 3);
            down.tree().add(connection("down", String.valueOf(TestHosts.portWithoutHost())));
            down.tree().add(request("never sent", PURCHASE));
            PlanTree.Group up = plan.addGroup("up", 2, 5);
            up.tree().add(signingOn(host));
            up.tree().add(request("purchase", PURCHASE));

            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "down connect"))
                    .hasSize(3)
                    .extracting(SampleResult::getResponseCode)
                    .containsOnly("CONNECTION_REFUSED");
            assertThat(labelled(samples, "purchase")).hasSize(10).allMatch(SampleResult::isSuccessful);
            assertThat(labels(samples)).doesNotContainKey("never sent");
        }
    }

    @Test
    void shouldFailTheSampleAndHoldNoThreadBackWhenATemplateIsWrong() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(2, 1);
            plan.group().add(patientTimer("1000"));
            plan.group().add(signingOn(host));
            plan.group().add(request("wrong", "0 0200\n11 ABCDEF"));

            List<SampleResult> samples = plan.run();

            assertThat(samples)
                    .hasSize(2)
                    .extracting(SampleResult::getResponseCode)
                    .containsOnly("TEMPLATE_ERROR");
            assertThat(host.record().connections()).isZero();
        }
    }

    @Test
    void shouldNotWaitForAThreadThatEndsBeforeItsTurn() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(3, 1);
            plan.group().add(new EndsTheFirstThread());
            plan.group().add(signingOn(host));
            plan.group().add(request("purchase", PURCHASE)).add(patientTimer("1000"));

            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "purchase")).hasSize(2).allMatch(SampleResult::isSuccessful);
        }
    }

    @Test
    void shouldEndWithItsTimeWhenThreadsAreStillWaitingForOthers() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = PacedPlan.of(new SmallPlan(2, -1), patientTimer("1000"), signingOn(host));
            plan.threadGroup().setRampUp(120);
            plan.threadGroup().setScheduler(true);
            plan.threadGroup().setDuration(5);
            plan.start();
            Await.until(
                    "the first has ended",
                    () -> host.record().connections() == 1 && host.record().open() == 0);

            assertThat(labels(plan.stop())).containsOnlyKeys("switch connect", "switch sign-on");
        }
    }

    @Test
    void shouldEndAtOnceWhenATestIsStoppedWhileThreadsWaitForOthers() throws Exception {
        assertThatItEndsSoon(SmallPlan::stop);
    }

    @Test
    void shouldEndSoonWhenATestIsShutDownWhileThreadsWaitForOthers() throws Exception {
        assertThatItEndsSoon(SmallPlan::shutDown);
    }

    @FunctionalInterface
    private interface End {
        List<SampleResult> of(SmallPlan plan) throws Exception;
    }

    private static void assertThatItEndsSoon(End end) throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = PacedPlan.of(new SmallPlan(2, -1), patientTimer("1000"), signingOn(host));
            plan.threadGroup().setRampUp(240);
            plan.start();
            Await.until("the first is connected", () -> labels(plan.samples()).containsKey("switch sign-on"));

            long start = System.nanoTime();
            List<SampleResult> samples = end.of(plan);

            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .isLessThan(SOON_SECONDS);
            assertThat(labels(samples)).containsOnlyKeys("switch connect", "switch sign-on");
            Elements.await(() -> host.record().open() == 0);
        }
    }

    @Test
    void shouldTellTheConnectWhenATestIsStoppedDuringIt() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            Iso8583Connection connection = connection("switch", String.valueOf(peer.port()));
            connection.set(CONNECTION.useTls, true);
            connection.set(CONNECTION.connectTimeout, "60000");
            SmallPlan plan = PacedPlan.of(new SmallPlan(3, 1), patientTimer("1000"), connection);
            plan.start();
            Elements.await(() -> peer.connections() == 3);

            long start = System.nanoTime();
            List<SampleResult> samples = plan.stop();

            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .isLessThan(SOON_SECONDS);
            assertThat(samples).hasSize(3).allSatisfy(sample -> {
                assertThat(sample.getSampleLabel()).isEqualTo("switch connect");
                assertThat(sample.getResponseCode()).isEqualTo("INTERRUPTED");
            });
        }
    }
}

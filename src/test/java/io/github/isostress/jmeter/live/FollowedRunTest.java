package io.github.isostress.jmeter.live;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.Result;
import io.github.isostress.health.live.CountedCode;
import io.github.isostress.health.live.LiveView;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.element.Iso8583Results;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the listener "ISO 8583 Results" counts of a plan's samples. */
@ExtendWith(JMeterEnvironment.class)
class FollowedRunTest {
    private static final String COLUMNS = SampleEvent.SAMPLE_VARIABLES;
    private static final int LOOPS = 5;

    private final Iso8583Results results = new Iso8583Results();

    @BeforeEach
    void haveColumns() {
        JMeterUtils.setProperty(COLUMNS, String.join(",", JtlColumns.ALL));
    }

    @AfterEach
    void haveNoColumns() {
        JMeterUtils.getJMeterProperties().remove(COLUMNS);
        SampleEvent.initSampleVariables();
    }

    @Test
    void shouldHaveNoStateWhenNoRunHasBegun() {
        assertThat(results.run().state()).isEmpty();
    }

    @Test
    void shouldTellRequestsFromConnectsWhenAPlanRuns() throws Exception {
        run(new Iso8583RateTimer());

        LiveState state = results.run().state().orElseThrow();
        LiveView view = state.view();
        assertThat(state.goesOn()).isFalse();
        assertThat(state.hasMicroseconds()).isTrue();
        assertThat(view.opened()).isEqualTo(1);
        assertThat(view.sinceStart().ended()).isEqualTo(2 * LOOPS);
        assertThat(view.sinceStart().lags().count()).isEqualTo(2 * LOOPS);
        assertThat(view.sinceStart().roundTrips().p50()).isPositive();
        assertThat(view.codes())
                .containsExactly(
                        new CountedCode(Result.SUCCEEDED, "00", LOOPS), new CountedCode(Result.DECLINED, "00", LOOPS));
    }

    @Test
    void shouldCountWholeMillisecondsWhenSamplesHaveNoColumns() throws Exception {
        haveNoColumns();

        run();

        LiveState state = results.run().state().orElseThrow();
        assertThat(state.hasMicroseconds()).isFalse();
        assertThat(state.view().opened()).isEqualTo(1);
        assertThat(state.view().sinceStart().ended()).isEqualTo(2 * LOOPS);
        assertThat(state.view().sinceStart().asked()).isNaN();
    }

    @Test
    void shouldCountAFailureAsNoRequestWhenItWasNotSent() throws Exception {
        SmallPlan plan = new SmallPlan(1, 1);
        plan.plan().add(results);
        plan.group().add(connection("switch", "1"));
        plan.group().add(request("purchase", ECHO_TEST));
        plan.group().add(request("unwritten", "0 0800\n11 12345678"));
        plan.run();

        LiveView view = results.run().state().orElseThrow().view();
        assertThat(view.sinceStart().ended()).isZero();
        assertThat(view.notOpened()).isEqualTo(1);
        assertThat(view.notSent()).isEqualTo(1);
        assertThat(view.codes())
                .containsExactly(
                        new CountedCode(Result.FAILED, "CONNECTION_REFUSED", 1),
                        new CountedCode(Result.FAILED, "TEMPLATE_ERROR", 1));
    }

    @Test
    void shouldBeginFromZeroWhenThePlanRunsAgainOrIsCleared() throws Exception {
        run();
        run();
        assertThat(results.run().state().orElseThrow().view().sinceStart().ended())
                .isEqualTo(2 * LOOPS);

        results.run().clear();

        assertThat(results.run().state().orElseThrow().view().sinceStart().ended())
                .isZero();
    }

    /** JMeter's controller has a copy of the listener for each agent. */
    @Test
    void shouldFollowOneRunWhenSeveralAgentsMakeIt() {
        Iso8583Results one = (Iso8583Results) results.clone();
        Iso8583Results other = (Iso8583Results) results.clone();
        one.testStarted("one:1099");
        other.testStarted("other:1099");
        one.sampleOccurred(sample());
        other.sampleOccurred(sample());

        one.testEnded("one:1099");
        LiveState before = results.run().state().orElseThrow();
        other.testEnded("other:1099");
        LiveState after = results.run().state().orElseThrow();

        assertThat(before.isRemote()).isTrue();
        assertThat(before.goesOn()).isTrue();
        assertThat(after.goesOn()).isFalse();
        assertThat(after.view().count(Result.SUCCEEDED)).isEqualTo(2);
    }

    private static SampleEvent sample() {
        SampleResult result = SampleResult.createTestSample(10);
        result.setSampleLabel("purchase");
        result.setSuccessful(true);
        result.setResponseCode("00");
        return new SampleEvent(result, "workers");
    }

    /** One thread sends requests that the host approves, of which every other counts as declined. */
    private void run(Object... others) throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, LOOPS);
            plan.plan().add(results);
            plan.group().add(connection("switch", host));
            for (Object other : others) {
                plan.group().add(other);
            }
            plan.group().add(request("purchase", ECHO_TEST));
            Iso8583Request declined = request("balance", ECHO_TEST);
            declined.set(Iso8583RequestSchema.INSTANCE.successCodes, "10");
            plan.group().add(declined);
            plan.run();
        }
    }
}

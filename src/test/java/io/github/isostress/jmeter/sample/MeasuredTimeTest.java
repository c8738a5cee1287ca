package io.github.isostress.jmeter.sample;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.sample.MeasuredTime.What;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample's text tells its time in microseconds. */
@ExtendWith(JMeterEnvironment.class)
class MeasuredTimeTest {
    @ParameterizedTest
    @ValueSource(strings = {"always : approve", "always : close"})
    void shouldBeToldInMicrosecondsWhenARequestWasSent(String rules) throws Exception {
        List<SampleResult> samples;
        try (EmbeddedHost host = TestHosts.ruled(rules)) {
            SmallPlan plan = new SmallPlan(1, 1);
            plan.group().add(connection("switch", host));
            plan.group().add(request("echo", "0 0800\n7 0101000000\n11 000001\n70 301"));
            samples = plan.run();
        }

        assertThat(samples)
                .hasSize(2)
                .allSatisfy(sample -> assertThat(SampleReport.time(sample.getResponseDataAsString()))
                        .hasValueSatisfying(time -> assertThat(time.micros())
                                .isPositive()
                                .isBetween(sample.getTime() * 1000 - 500, sample.getTime() * 1000 + 500)))
                .extracting(sample -> report(sample).time().orElseThrow().what())
                .containsExactly(What.CONNECT, What.ROUND_TRIP);
        assertThat(report(samples.get(1)).words()).doesNotContain("Round trip");
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeReadAsItWasWrittenWhenATextHasIt(What what) {
        MeasuredTime time = MeasuredTime.of(what, 1_234_500);

        assertThat(time.micros()).isEqualTo(1_235);
        assertThat(MeasuredTime.parse(time.line())).hasValue(time);
    }

    @Test
    void shouldBeNoneWhenTheTextTellsOfSomethingElse() {
        assertThat(MeasuredTime.parse("Round trip")).isEmpty();
        assertThat(MeasuredTime.parse("Trip 12 us")).isEmpty();
        assertThat(SampleReport.time("<html>Connect 12 us</html>")).isEmpty();
    }

    private static SampleReport report(SampleResult sample) {
        return SampleReport.read(sample.getSamplerData(), sample.getResponseDataAsString());
    }
}

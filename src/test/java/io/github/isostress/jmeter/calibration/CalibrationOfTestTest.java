package io.github.isostress.jmeter.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.RunCalibration;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test that is to calibrate first, in JMeter's own engine. */
@ExtendWith(JMeterEnvironment.class)
class CalibrationOfTestTest {
    private static final String CALIBRATE = "calibrate";
    private static final String FIRST_STAN = "iso8583.stan.first";
    private static final String PURCHASE = "0 0200\n4 ${__counter(FALSE)}\n11 ${__isoStan()}\n41 TERM0001";

    private final SmallPlan plan = new SmallPlan(1, 1);

    @AfterEach
    void tearDown() {
        List.of(CALIBRATE, "iso8583.calibrate", FIRST_STAN)
                .forEach(name -> JMeterUtils.getJMeterProperties().remove(name));
    }

    @Test
    void shouldLeaveNumbersAndFiguresToTheTestWhenItCalibratesFirst() throws Exception {
        JMeterUtils.setProperty(CALIBRATE, "1");
        JMeterUtils.setProperty(FIRST_STAN, "7");
        try (EmbeddedHost host = TestHosts.ruled("always : no answer")) {
            plan.group().add(Elements.connection("switch", host));
            plan.group().add(Elements.request("purchase ${__counter(FALSE)}", PURCHASE));
            plan.start();
            Elements.await(() -> host.record().requestsReceived() == 1);

            assertThat(RunCalibration.of(CurrentRun.context()))
                    .hasValueSatisfying(load -> assertThat(load.mostPerSecond()).isPositive());
            List<SampleResult> samples = plan.stop();

            assertThat(Elements.labels(samples)).containsOnlyKeys("switch connect", "purchase 1");
            assertThat(Elements.labelled(samples, "purchase 1").get(0).getSamplerData())
                    .contains("000007")
                    .containsPattern("\\b0*1\\b");
            assertThat(host.record().requestsReceived()).isEqualTo(1);
        }
    }

    @Test
    void shouldGoOnWithoutWhenThePropertyIsWrong() throws Exception {
        JMeterUtils.setProperty(CALIBRATE, "ten");
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(Elements.connection("switch", host));
            plan.group().add(Elements.request("purchase", PURCHASE));

            assertThat(plan.run()).hasSize(2).allMatch(SampleResult::isSuccessful);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "calibrate, ten",
        "calibrate, 601",
        "calibrate, -1",
        "iso8583.calibrate, 10 s",
    })
    void shouldNameThePropertyWhenItsValueIsNoNumberOfSeconds(String name, String value) {
        JMeterUtils.setProperty(name, value);

        assertThatThrownBy(CalibrationSeconds::asked)
                .hasMessage("property " + name + " is '" + value + "', it must be a whole number of seconds in 1-600");
    }

    @Test
    void shouldEndAtOnceWhenTheTestIsStoppedMeanwhile() throws Exception {
        JMeterUtils.setProperty(CALIBRATE, "600");
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(Elements.connection("switch", host));
            plan.group().add(Elements.request("purchase", PURCHASE));
            plan.start();
            Elements.await(() -> Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().startsWith("iso8583-calibration")));

            assertThat(plan.stop()).isEmpty();
            assertThat(host.record().requestsReceived()).isZero();
        }
    }
}

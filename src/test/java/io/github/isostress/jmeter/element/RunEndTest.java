package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the elements of one run share, and what a run leaves to the next. */
@ExtendWith(JMeterEnvironment.class)
class RunEndTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String SIGN_OFF = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 002";

    private final SmallPlan plan = new SmallPlan(1, 1);

    private static Iso8583Connection pooled(String port) {
        Iso8583Connection connection = Elements.connection("switch", port);
        connection.set(SCHEMA.keep, "pool of 1");
        connection.set(SCHEMA.signOff, SIGN_OFF);
        return connection;
    }

    @Test
    void shouldSignOffBeforeTheHostOfThePlanEnds() throws Exception {
        Iso8583Host host = new Iso8583Host();
        host.setName("host");
        host.set(Iso8583HostSchema.INSTANCE.port, "0");
        host.set(Iso8583HostSchema.INSTANCE.portProperty, "run.end.port");
        plan.group().add(host);
        plan.group().add(pooled("${__P(run.end.port)}"));
        plan.group().add(request("echo", ECHO_TEST));

        List<SampleResult> samples = plan.run();

        assertThat(labelled(samples, "switch sign-off")).singleElement().matches(SampleResult::isSuccessful);
    }

    @Test
    void shouldTakeTheNumbersOfItsRunWhenAPoolSignsOff() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            int before = Integer.parseInt(CurrentRun.context().stans().next());
            plan.group().add(pooled(String.valueOf(host.port())));
            plan.group().add(request("echo", ECHO_TEST));
            plan.run();

            assertThat(Integer.parseInt(CurrentRun.context().stans().next())).isEqualTo((before + 1) % 999_999 + 1);
        }
    }

    @Test
    void shouldNotSendToAnotherHostWhenTwoPoolsHaveOneName() throws Exception {
        try (EmbeddedHost one = TestHosts.approving();
                EmbeddedHost other = TestHosts.approving()) {
            addPair(one, "to one");
            addPair(other, "to other");

            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "to one")).singleElement().matches(SampleResult::isSuccessful);
            assertThat(other.record().requestsReceived()).isZero();
            assertThat(samples)
                    .filteredOn(sample -> "CONFIG_ERROR".equals(sample.getResponseCode()))
                    .singleElement()
                    .satisfies(sample -> assertThat(sample.getResponseDataAsString())
                            .contains("pool switch is there already with other settings")
                            .contains("pool NAME of 1"));
        }
    }

    private void addPair(EmbeddedHost host, String name) {
        HashTree pair = plan.group().add(new GenericController());
        pair.add(pooled(String.valueOf(host.port())));
        pair.add(request(name, ECHO_TEST));
    }
}

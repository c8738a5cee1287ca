package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules of an embedded host in a plan. */
@ExtendWith(JMeterEnvironment.class)
class RuledHostTest {
    private static final int LOOPS = 4;

    private static List<SampleResult> run(String rules) throws Exception {
        SmallPlan plan = new SmallPlan(1, LOOPS);
        Iso8583Host host = new Iso8583Host();
        host.setName("embedded");
        host.set(Iso8583HostSchema.INSTANCE.rules, rules);
        plan.plan().add(host);
        plan.group().add(connection("switch", "${__P(iso8583.host.port,)}"));
        plan.group().add(request("echo", ECHO_TEST));
        return plan.run().stream().filter(sample -> !Elements.isConnect(sample)).toList();
    }

    @Test
    void shouldFollowTheRulesWhenThePlanHasSome() throws Exception {
        List<SampleResult> samples = run("\n# of network management\nmti 08x0 every 2 : decline 91\n");

        assertThat(samples).extracting(SampleResult::getResponseCode).containsExactly("00", "91", "00", "91");
    }

    @Test
    void shouldApproveEverythingWhenTheRulesAreBlank() throws Exception {
        assertThat(run("")).extracting(SampleResult::getResponseCode).containsExactly("00", "00", "00", "00");
    }

    @Test
    void shouldSayWhichLineIsWrongInEverySampleWhenTheRulesCannotBeRead() throws Exception {
        assertThat(run("\nevery two : close")).hasSize(LOOPS).allSatisfy(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
            assertThat(sample.getResponseDataAsString())
                    .contains("'embedded' did not start: rules, line 2: 'two' is no count,"
                            + " which is a whole number from 1 to 1000000000");
        });
    }
}

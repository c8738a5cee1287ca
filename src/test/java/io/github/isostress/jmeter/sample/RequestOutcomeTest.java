package io.github.isostress.jmeter.sample;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.sampler.DebugSampler;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What controllers can read of a request that is over. */
@ExtendWith(JMeterEnvironment.class)
class RequestOutcomeTest {
    private static final String PURCHASE = "0 0200\n3 000000\n4 1000\n7 0101000000\n11 000001\n41 TERM0001\n49 978\n";

    private final SmallPlan plan = new SmallPlan(1, 1);

    @Test
    void shouldTellWhatBecameOfEachRequestWhenControllersAsk() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0400 : no answer\nmti 0100 : decline 51\nmti 0420 : close")) {
            plan.group().add(connection("line", host));
            for (String mti : List.of("0200", "0100", "0400", "0420")) {
                plan.group().add(request(mti, PURCHASE.replace("0200", mti), mti.equals("0400") ? 500 : 60_000));
                addOutcome();
            }
            plan.group().add(request("without template", ""));
            addOutcome();

            assertThat(plan.run())
                    .extracting(SampleResult::getSampleLabel)
                    .filteredOn(label -> label.matches("succeeded|declined|failed|not sent"))
                    .containsExactly("succeeded", "declined", "failed", "failed", "not sent");
        }
    }

    /** A sample whose label is the outcome. */
    private void addOutcome() {
        DebugSampler sampler = new DebugSampler();
        sampler.setName("${iso_outcome}");
        plan.group().add(sampler);
    }
}

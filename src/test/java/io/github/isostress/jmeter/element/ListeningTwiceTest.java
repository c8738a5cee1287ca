package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.labels;
import static io.github.isostress.jmeter.element.Elements.listening;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.ConnectingJposHost;
import io.github.isostress.support.Ports;
import java.io.IOException;
import java.util.List;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two connections of a plan listen on one port. */
@ExtendWith(JMeterEnvironment.class)
class ListeningTwiceTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    private final int port = Ports.free();

    ListeningTwiceTest() throws IOException {}

    private SmallPlan planOfBoth(Iso8583Connection first, Iso8583Connection second) {
        SmallPlan plan = new SmallPlan(1, 1);
        for (Iso8583Connection each : List.of(first, second)) {
            HashTree branch = plan.group().add(new GenericController());
            branch.add(each);
            branch.add(request(each.getName() + " echo", ECHO_TEST));
        }
        return plan;
    }

    @Test
    void shouldShareThePortWithAConnectionOfEqualSettings() throws Exception {
        Iso8583Connection other = listening("other", port);
        try (ConnectingJposHost one = ConnectingJposHost.approving(port);
                ConnectingJposHost another = ConnectingJposHost.approving(port)) {
            List<SampleResult> samples =
                    planOfBoth(listening("switch", port), other).run();

            assertThat(labels(samples).keySet())
                    .containsExactlyInAnyOrder("switch accept", "switch echo", "other accept", "other echo");
            assertThat(one.requests()).isOne();
            assertThat(another.requests()).isOne();
        }
    }

    @Test
    void shouldRefuseAConnectionThatListensThereWithOtherSettings() throws Exception {
        Iso8583Connection other = listening("other", port);
        other.set(SCHEMA.framing, "ascii4");
        try (ConnectingJposHost host = ConnectingJposHost.approving(port)) {
            List<SampleResult> samples =
                    planOfBoth(listening("switch", port), other).run();

            assertThat(labelled(samples, "switch echo")).allMatch(SampleResult::isSuccessful);
            SampleResult refused = labelled(samples, "other echo").get(0);
            assertThat(refused.getResponseCode()).isEqualTo("CONFIG_ERROR");
            assertThat(refused.getResponseDataAsString())
                    .contains("'other': listen port " + port + ": the test listens there already with other settings");
            assertThat(host.requests()).isOne();
        }
    }
}

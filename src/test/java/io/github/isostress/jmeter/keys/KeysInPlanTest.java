package io.github.isostress.jmeter.keys;

import static io.github.isostress.jmeter.element.Elements.ECHO_TEST;
import static io.github.isostress.jmeter.element.Elements.codes;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The keys that requests and connections of a plan have. */
@ExtendWith(JMeterEnvironment.class)
class KeysInPlanTest {
    private static final String NEAR = "F138131AEC83D36B169BDCD5B32AAE8F";
    private static final String NEAR_CHECK_VALUE = "CB9DEA";
    private static final String FAR = "3F419E1CB7079442AA37474C2EFBF8B8";
    private static final String FAR_CHECK_VALUE = "57C409";
    private static final String TELLS_CHECK_VALUES = ECHO_TEST + "48:= kcv key=ZPK\n60:= kcv key=MAK\n";

    private final SmallPlan plan = new SmallPlan(2, 2);

    private static Iso8583Keys keys(String name, String... lines) {
        Iso8583Keys keys = new Iso8583Keys();
        keys.setName(name);
        keys.set(Iso8583KeysSchema.INSTANCE.keys, String.join("\n", lines));
        return keys;
    }

    @Test
    void shouldUseTheNearestKeyWhenElementsStandOnSeveralLevels() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.plan().add(keys("all", "ZPK pin 3des clear=" + FAR, "MAK mac 3des clear=" + FAR));
            GenericController controller = new GenericController();
            controller.setName("inner");
            HashTree inner = plan.group().add(controller);
            inner.add(keys("zone", "ZPK pin 3des clear=" + NEAR));
            inner.add(request("within", TELLS_CHECK_VALUES));
            plan.group().add(request("outside", TELLS_CHECK_VALUES));

            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "within"))
                    .hasSize(4)
                    .allSatisfy(sample -> assertThat(sample.getSamplerData())
                            .contains(NEAR_CHECK_VALUE)
                            .contains(FAR_CHECK_VALUE));
            assertThat(labelled(samples, "outside"))
                    .hasSize(4)
                    .allSatisfy(sample -> assertThat(sample.getSamplerData())
                            .contains(FAR_CHECK_VALUE)
                            .doesNotContain(NEAR_CHECK_VALUE));
        }
    }

    @Test
    void shouldHaveTheKeysInSessionMessagesWhenConnectionSignsOn() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583Connection connection = connection("switch", host);
            connection.set(Iso8583ConnectionSchema.INSTANCE.signOn, "0 0800\n11 000007\n70 001\n48:= kcv key=ZPK\n");
            plan.group().add(connection);
            plan.group().add(keys("zone", "ZPK pin 3des clear=" + NEAR));
            plan.group().add(request("echo", ECHO_TEST));

            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "switch sign-on")).hasSize(2).allSatisfy(sample -> {
                assertThat(sample.isSuccessful())
                        .as(sample.getResponseMessage())
                        .isTrue();
                assertThat(sample.getSamplerData()).contains(NEAR_CHECK_VALUE);
            });
        }
    }

    @Test
    void shouldFailEachSampleWithTheSentenceWhenAKeyCannotBeRead() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(keys("zone", "ZPK pin 3des clear=" + NEAR + " kcv=000000"));
            plan.group().add(request("echo", ECHO_TEST));

            List<SampleResult> samples = plan.run();

            assertThat(codes(samples)).containsOnlyKeys("CONFIG_ERROR").containsEntry("CONFIG_ERROR", 4L);
            assertThat(samples)
                    .allSatisfy(sample -> assertThat(sample.getResponseMessage() + sample.getResponseDataAsString())
                            .contains("'zone': line 1: key 'ZPK': the check value is CB9DEA, but expected is 000000")
                            .doesNotContain(NEAR));
        }
    }
}

package io.github.isostress.jmeter.element;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that quote a host's rules or a function of a template or a property show no secret. */
@ExtendWith(JMeterEnvironment.class)
class SecretSentencesTest {
    private static final String PAN = "4761739001010119";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every " + PAN + " : no answer",
                "mti 0200 and amount " + PAN + " : decline 51",
                PAN + " : decline",
                "always : " + PAN,
                "always : decline " + PAN,
                "always : delay " + PAN + " ms",
                "always : wrong key " + PAN,
                "${__isoUtc(" + PAN + ")} : approve",
                "${__intSum(1," + PAN + ",2)} : approve"
            })
    void shouldNotRepeatTheCardNumberWhenTheHostsRulesAreRefused(String rules) throws Exception {
        SmallPlan plan = new SmallPlan(1, 1);
        Iso8583Host host = new Iso8583Host();
        host.setName("host");
        host.set(Iso8583HostSchema.INSTANCE.port, "0");
        host.set(Iso8583HostSchema.INSTANCE.rules, rules);
        plan.plan().add(host);
        plan.group().add(Elements.connection("link", "1"));
        plan.group().add(Elements.request("any", Elements.ECHO_TEST));

        assertThat(plan.run()).singleElement().satisfies(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
            assertThat(sample.getResponseDataAsString())
                    .contains("'host' did not start: ")
                    .doesNotContain(PAN, PAN.substring(0, 9));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${__javaScript('" + PAN + "'.foo())}x",
                "${__groovy('" + PAN + "'.foo())}x",
                "${__V(" + PAN + ")}x",
                "${__jexl3(" + PAN + ".foo(1)}x",
                "${__changeCase(x" + PAN + ",none)}"
            })
    void shouldNotRepeatTheCardNumberWhenJMeterForgivesTheFunction(String value) throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, 1);
            plan.group().add(Elements.connection("link", host));
            plan.group().add(Elements.request("odd", "0 0800\n2 " + value + "\n11 000001"));

            assertThat(plan.run())
                    .filteredOn(sample -> !Elements.isConnect(sample))
                    .singleElement()
                    .satisfies(sample -> {
                        assertThat(sample.getResponseCode()).isEqualTo("TEMPLATE_ERROR");
                        assertThat(sample.getResponseDataAsString()).doesNotContain(PAN, PAN.substring(0, 9));
                    });
        }
    }

    @Test
    void shouldNameThePropertyWhenItsFunctionFails() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, 1);
            plan.group().add(Elements.connection("link", host));
            Iso8583Request odd = Elements.request("odd", Elements.ECHO_TEST);
            odd.set(Iso8583RequestSchema.INSTANCE.successCodes, "${__intSum(1," + PAN + ",2)}");
            plan.group().add(odd);

            assertThat(plan.run())
                    .filteredOn(sample -> !Elements.isConnect(sample))
                    .singleElement()
                    .satisfies(sample -> {
                        assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
                        assertThat(sample.getResponseDataAsString())
                                .contains("'odd': successCodes: ${__intSum(1,****************,2)} failed: ")
                                .doesNotContain(PAN);
                    });
        }
    }
}

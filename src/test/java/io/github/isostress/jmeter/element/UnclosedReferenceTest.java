package io.github.isostress.jmeter.element;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.ClosedReferences;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.engine.util.ValueReplacer;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.property.StringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A variable or function that is not closed: JMeter alone would end the run without a sample. */
@ExtendWith(JMeterEnvironment.class)
class UnclosedReferenceTest {
    private static final String PAN = "4761739001010119";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "",
                "${A}",
                "${__f()}",
                "${__f(1,2)} ${B}",
                "${__f(${A},(b))}",
                "${__f(a\\)b) }",
                "\\${open",
                "$ {",
                "}"
            })
    void shouldTakeThemForClosedWhenJMeterDoes(String text) {
        assertThat(ClosedReferences.areIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${A", "1${__f(", "${__f()", "${__f(a)b}", "${A}${__f((a)}", "${__f(${A)}"})
    void shouldTakeThemForUnclosedWhenJMeterDoes(String text) {
        assertThat(ClosedReferences.areIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${__isoUtc(MMdd", "${__isoUtc(MMdd)", "${__isoUtc(MMdd)x}", "${NAME"})
    void shouldFailTheSampleWithOneSentenceWhenTheTemplateHasOne(String reference) throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, 1);
            plan.group().add(Elements.connection("link", host));
            plan.group().add(Elements.request("odd", "0 0800\n2 " + PAN + reference + "\n11 000001"));

            List<SampleResult> samples = plan.run();

            assertThat(samples).singleElement().satisfies(sample -> {
                assertThat(sample.getResponseCode()).isEqualTo("TEMPLATE_ERROR");
                assertThat(sample.getResponseDataAsString())
                        .contains("line 2, element 2: ${", " cannot be compiled: a variable ends with }")
                        .doesNotContain(PAN);
            });
        }
    }

    @Test
    void shouldRefuseThePropertyWhenASettingHasOne() throws Exception {
        SmallPlan plan = new SmallPlan(1, 1);
        plan.group().add(Elements.connection("link", "${PORT"));
        plan.group().add(Elements.request("odd", Elements.ECHO_TEST));

        assertThat(plan.run()).singleElement().satisfies(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
            assertThat(sample.getResponseDataAsString()).contains("port: a variable or function in");
        });
    }

    @Test
    void shouldKeepThePropertyAsItIsWhenItIsCompiledOrRead() throws Exception {
        Iso8583Request request = Elements.request("odd", "2 ${A");

        new ValueReplacer().replaceValues(request);

        assertThat(request.getPropertyAsString(Iso8583RequestSchema.INSTANCE.template.getName()))
                .isEqualTo("2 ${A");
        Iso8583Request saved = Elements.request("odd", "2 ${A");
        for (PropertyIterator all = saved.propertyIterator(); all.hasNext(); ) {
            assertThat(all.next()).isInstanceOf(StringProperty.class);
        }
    }
}

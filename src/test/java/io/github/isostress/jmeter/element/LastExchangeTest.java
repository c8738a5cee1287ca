package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.assertions.AssertionResult;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.extractor.DebugPostProcessor;
import org.apache.jmeter.extractor.JSR223PostProcessor;
import org.apache.jmeter.sampler.DebugSampler;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What elements and scripts after a request can read of its messages, in JMeter's engine. */
@ExtendWith(JMeterEnvironment.class)
class LastExchangeTest {
    private static final String PAN = "9999990000000015";
    private static final String PURCHASE =
            "0 0200\n2 " + PAN + "\n3 000000\n4 1000\n7 0101000000\n11 000001\n41 TERM0001\n49 978\n";

    private final SmallPlan plan = new SmallPlan(1, 1);

    @Test
    void shouldPutElementsIntoVariablesWhenExtracted() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            purchase(host, extractor("response", "38=AUTH_ID 39=CODE\n60=NOTHING", "none"));
            addBehind("${AUTH_ID}|${CODE}|${NOTHING}");

            List<SampleResult> samples = plan.run();

            assertThat(samples).allMatch(SampleResult::isSuccessful);
            assertThat(last(samples).getSampleLabel()).matches("[0-9A-Z]{6}\\|00\\|none");
        }
    }

    @Test
    void shouldReadTheRequestWhenAsked() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            purchase(host, extractor("request", "0=MTI 11=STAN 38=AUTH_ID", ""));
            addBehind("${MTI}|${STAN}|${AUTH_ID}|");

            assertThat(last(plan.run()).getSampleLabel()).isEqualTo("0200|000001||");
        }
    }

    @Test
    void shouldSetTheDefaultWhenNoAnswerCameThisTime() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0400 : no answer")) {
            plan.group().add(connection("line", host));
            plan.group().add(extractor("response", "39=CODE", "no answer"));
            plan.group().add(request("purchase", PURCHASE));
            plan.group().add(request("reversal", PURCHASE.replace("0200", "0400"), 200));
            addBehind("${CODE}");

            assertThat(last(plan.run()).getSampleLabel()).isEqualTo("no answer");
        }
    }

    @Test
    void shouldFailTheSampleWhenTheExtractorCannotBeRead() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            purchase(host, extractor("response", "DE38=AUTH_ID", ""));

            SampleResult purchase = last(plan.run());

            assertThat(purchase.isSuccessful()).isFalse();
            assertThat(purchase.getAssertionResults()[0].getFailureMessage()).startsWith("'DE38' is no data element");
        }
    }

    @Test
    void shouldPassWhenEveryRuleHolds() throws Exception {
        Arguments variables = new Arguments();
        variables.addArgument("terminal", "TERM0001");
        plan.plan().add(variables);
        try (EmbeddedHost host = TestHosts.approving()) {
            purchase(
                    host,
                    assertion("response", "39 in 00 10\n38 matches [0-9A-Z]{6}\n41 equals ${terminal}\n60 absent"));

            assertThat(plan.run()).allMatch(SampleResult::isSuccessful);
        }
    }

    @Test
    void shouldSayOneSentenceWhenARuleDoesNotHold() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : decline 51")) {
            TestElement purchase = purchase(host, assertion("response", "39 in 00 10"));
            purchase.set(Iso8583RequestSchema.INSTANCE.successCodes, "*");

            AssertionResult result = last(plan.run()).getAssertionResults()[0];

            assertThat(result.isFailure()).isTrue();
            assertThat(result.getName()).isEqualTo("rules");
            assertThat(result.getFailureMessage()).isEqualTo("DE 39 is 51, not one of 00, 10");
        }
    }

    @Test
    void shouldFailWhenNoAnswerCame() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("always : no answer")) {
            TestElement purchase = purchase(host, assertion("response", "39 absent"));
            purchase.set(Iso8583RequestSchema.INSTANCE.responseTimeout, "200");

            assertThat(failureMessage()).isEqualTo("there is no response whose elements could be read");
        }
    }

    @Test
    void shouldSayWhichRuleIsWrongWhenItCannotBeRead() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            purchase(host, assertion("response", "39 in 00\n38 is there"));

            AssertionResult result = last(plan.run()).getAssertionResults()[0];

            assertThat(result.isError()).isTrue();
            assertThat(result.getFailureMessage())
                    .isEqualTo("line 2: 'is' is none of equals, in, matches, present, absent");
        }
    }

    @Test
    void shouldFailWhenTheSampleIsOfAnotherSampler() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(assertion("response", "39 in 00"));
            purchase(host);
            addBehind("other");

            List<SampleResult> samples = plan.run();

            assertThat(samples.get(1).isSuccessful()).isTrue();
            assertThat(last(samples).getAssertionResults()[0].getFailureMessage())
                    .startsWith("the sample is not one of an ISO 8583 Request");
        }
    }

    @Test
    void shouldGiveScriptsTheMessagesOfJposWhenTheyAskForThem() throws Exception {
        JSR223PostProcessor script = new JSR223PostProcessor();
        script.setProperty("scriptLanguage", "groovy");
        script.setProperty("script", """
                def answer = vars.getObject("iso8583.response")
                vars.put("CODE", answer.getString(39))
                vars.put("SENT", vars.getObject("iso8583.request").getString("4"))
                vars.put("TYPE", (answer instanceof org.jpos.iso.ISOMsg).toString())
                """);
        try (EmbeddedHost host = TestHosts.approving()) {
            purchase(host, script);
            addBehind("${CODE}|${SENT}|${TYPE}");

            assertThat(last(plan.run()).getSampleLabel()).isEqualTo("00|000000001000|true");
        }
    }

    @Test
    void shouldShowNoValueWhenDebugElementsPrintTheVariables() throws Exception {
        DebugPostProcessor debug = new DebugPostProcessor();
        debug.setProperty("displayJMeterVariables", true);
        try (EmbeddedHost host = TestHosts.approving()) {
            purchase(host, debug);
            DebugSampler sampler = new DebugSampler();
            sampler.setName("variables");
            sampler.setProperty("displayJMeterVariables", true);
            plan.group().add(sampler);

            List<SampleResult> samples = plan.run();

            SampleResult purchase = samples.get(samples.size() - 2);
            for (String shown : List.of(
                    last(samples).getResponseDataAsString(), purchase.getSubResults()[0].getResponseDataAsString())) {
                assertThat(shown)
                        .contains("iso8583.request", "iso8583.response", "iso8583.exchange")
                        .doesNotContain(PAN)
                        .doesNotContain("TERM0001");
            }
        }
    }

    /** Adds a connection, a purchase over it, and the elements below the purchase. */
    private TestElement purchase(EmbeddedHost host, TestElement... below) {
        plan.group().add(connection("line", host));
        TestElement purchase = request("purchase", PURCHASE);
        plan.group().add(purchase).add(List.of(below));
        return purchase;
    }

    /** A sample whose label is the evaluated text. */
    private void addBehind(String text) {
        DebugSampler sampler = new DebugSampler();
        sampler.setName(text);
        plan.group().add(sampler);
    }

    private String failureMessage() throws Exception {
        return last(plan.run()).getAssertionResults()[0].getFailureMessage();
    }

    private static SampleResult last(List<SampleResult> samples) {
        return samples.get(samples.size() - 1);
    }

    private static TestElement extractor(String source, String variables, String otherwise) {
        return filled(
                new Iso8583FieldExtractor(),
                "extractor",
                Map.of(
                        "Iso8583FieldExtractor.source", source,
                        "Iso8583FieldExtractor.variables", variables,
                        "Iso8583FieldExtractor.defaultValue", otherwise));
    }

    private static TestElement assertion(String source, String rules) {
        return filled(
                new Iso8583Assertion(),
                "rules",
                Map.of("Iso8583Assertion.source", source, "Iso8583Assertion.rules", rules));
    }

    private static TestElement filled(TestElement element, String name, Map<String, String> properties) {
        element.setName(name);
        properties.forEach(element::setProperty);
        return element;
    }
}

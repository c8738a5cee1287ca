package io.github.isostress.jmeter.setting;

import static io.github.isostress.jmeter.element.Elements.rawConnection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Iso8583Assertion;
import io.github.isostress.jmeter.element.Iso8583FieldExtractor;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.sampler.DebugSampler;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an assertion says of answers that no packager has read. */
@ExtendWith(JMeterEnvironment.class)
class RawAnswerTest {
    private final SmallPlan plan = new SmallPlan(1, 1);

    @Test
    void shouldAskForBytesWhenMessagesAreRaw() throws Exception {
        try (EmbeddedHost host = TestHosts.echoing()) {
            plan.group().add(rawConnection("line", host));
            plan.group().add(request("raw", "hex 30313032")).add(assertion("response", "39 absent"));

            assertThat(failureMessage())
                    .isEqualTo("DE 39 cannot be read: messages are raw (the connection has no packager);"
                            + " demand bytes instead, as in bytes 4-5 equals 0000");
        }
    }

    @Test
    void shouldCompareBytesWhenMessagesAreRaw() throws Exception {
        try (EmbeddedHost host = TestHosts.echoing()) {
            plan.group().add(rawConnection("line", host));
            plan.group()
                    .add(request("raw", "hex 3031 0017 4F4B"))
                    .add(assertion("response", "bytes 0-1 equals 3031\nbytes 2-3 status equals 0000\nbytes 9 absent"));

            assertThat(failureMessage()).isEqualTo("status (bytes 2-3) is 0017, not 0000");
        }
    }

    @Test
    void shouldFailWhenNoRawAnswerCame() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("binary2", "none", "always : no answer")) {
            plan.group().add(rawConnection("line", host));
            plan.group().add(request("raw", "hex 3031", 200)).add(assertion("response", "bytes 0 absent"));

            assertThat(failureMessage()).isEqualTo("there is no response: none was exchanged");
        }
    }

    @Test
    void shouldPutBytesIntoVariablesWhenExtracted() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("binary2", "none", "always : change 1 to 11")) {
            Iso8583FieldExtractor extractor = new Iso8583FieldExtractor();
            extractor.set(
                    Iso8583FieldExtractorSchema.INSTANCE.variables,
                    "bytes 0-1=KIND bytes 2-end=REST 39=CODE bytes 9=NONE");
            extractor.set(Iso8583FieldExtractorSchema.INSTANCE.defaultValue, "none");
            plan.group().add(rawConnection("line", host));
            plan.group().add(request("raw", "hex 0210 ABCD")).add(extractor);
            DebugSampler behind = new DebugSampler();
            behind.setName("${KIND} ${REST} ${CODE} ${NONE}");
            plan.group().add(behind);

            assertThat(plan.run())
                    .last()
                    .extracting(SampleResult::getSampleLabel)
                    .isEqualTo("0211 ABCD none none");
        }
    }

    private String failureMessage() throws Exception {
        List<SampleResult> samples = plan.run();
        return samples.get(samples.size() - 1).getAssertionResults()[0].getFailureMessage();
    }

    private static Iso8583Assertion assertion(String source, String rules) {
        Iso8583Assertion assertion = new Iso8583Assertion();
        assertion.set(Iso8583AssertionSchema.INSTANCE.source, source);
        assertion.set(Iso8583AssertionSchema.INSTANCE.rules, rules);
        return assertion;
    }
}

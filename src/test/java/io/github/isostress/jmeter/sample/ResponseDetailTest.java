package io.github.isostress.jmeter.sample;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a sample tells of its exchange, and what a request leaves behind for other elements. */
@ExtendWith(JMeterEnvironment.class)
class ResponseDetailTest {
    private static final Iso8583RequestSchema SCHEMA = Iso8583RequestSchema.INSTANCE;
    private static final String PAN = "9999990000000015";
    private static final String PURCHASE =
            "0 0200\n2 " + PAN + "\n3 000000\n4 ${__counter(FALSE)}\n11 ${__isoStan()}\n41 TERM0001\n";

    @Test
    void shouldTellElementsAndBytesWhenNothingElseIsSaid() throws Exception {
        SampleResult sample = run("", "00", "full").get(0);

        assertThat(sample.getSamplerData())
                .contains("DE 41")
                .contains("TERM0001")
                .contains("0000  ");
        assertThat(sample.getResponseDataAsString()).contains("DE 39").contains("0000  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "failures only"})
    void shouldTellElementsWhenTheRequestIsDeclined(String detail) throws Exception {
        SampleResult sample = run("always : decline 51", "00", detail).get(0);

        assertThat(sample.isSuccessful()).isFalse();
        assertThat(sample.getSamplerData()).contains("DE 41");
        assertThat(sample.getResponseDataAsString()).contains("DE 39").contains("51");
    }

    @Test
    void shouldTellNothingOfASuccessWhenOnlyFailuresAreAskedFor() throws Exception {
        SampleResult sample = run("", "00", "failures only").get(0);

        assertThat(sample.isSuccessful()).isTrue();
        assertThat(sample.getResponseCode()).isEqualTo("00");
        assertThat(sample.getSamplerData()).isEmpty();
        assertThat(sample.getResponseDataAsString()).isEmpty();
        assertThat(sample.getBytesAsLong()).isPositive();
        assertThat(sample.getSentBytes()).isPositive();
    }

    @Test
    void shouldTellMaskedBytesAloneWhenDetailIsRaw() throws Exception {
        SampleResult sample = run("", "00", "raw").get(0);

        assertThat(sample.getSamplerData())
                .startsWith("Request, ")
                .contains("30 32 30 30")
                .contains("** **")
                .doesNotContain("DE 41")
                .doesNotContain(PAN);
        assertThat(sample.getResponseDataAsString())
                .startsWith("Response, ")
                .contains("30 32 31 30")
                .doesNotContain("DE 39");
    }

    @Test
    void shouldExplainAFailureWhenDetailIsRaw() throws Exception {
        SampleResult sample = run("always : close", "00", "raw").get(0);

        assertThat(sample.getResponseDataAsString()).startsWith(sample.getResponseCode() + ": ");
    }

    @Test
    void shouldNotWaitWhenNoAnswerIsExpected() throws Exception {
        Iso8583Request request = request("advice", PURCHASE, 3_600_000);
        request.set(SCHEMA.expectAnswer, false);

        List<SampleResult> samples = run("always : no answer", request, 3);

        assertThat(samples).hasSize(3).allMatch(SampleResult::isSuccessful).allSatisfy(sample -> {
            assertThat(sample.getResponseCode()).isEqualTo("SENT");
            assertThat(sample.getSentBytes()).isPositive();
            assertThat(sample.getSamplerData()).contains("DE 41");
        });
    }

    @Test
    void shouldMakeElementsVariablesWhenToldTo() throws Exception {
        Iso8583Request request = request("purchase", PURCHASE);
        request.set(SCHEMA.variables, "39=CODE 41=TERMINAL 38=APPROVAL 48.1=NONE");
        Iso8583Request next = request(
                "next",
                "0 0800\n7 0101000000\n11 ${__isoStan()}\n41 ${TERMINAL}\n"
                        + "44 ${CODE}\n38 ${APPROVAL}\n48 ${NONE}\n");

        List<SampleResult> samples = run("always : decline 05", request, next);

        assertThat(labelled(samples, "next"))
                .singleElement()
                .satisfies(sample -> assertThat(sample.getSamplerData())
                        .containsPattern("DE 41.*TERM0001")
                        .containsPattern("DE 44.*05")
                        .doesNotContain("DE 48"));
    }

    @Test
    void shouldEmptyVariablesWhenNoAnswerCame() throws Exception {
        Iso8583Request request = request("purchase", PURCHASE, 200);
        request.set(SCHEMA.variables, "39=CODE");
        Iso8583Request next = request("next", "0 0800\n7 0101000000\n11 ${__isoStan()}\n44 x${CODE}\n");

        List<SampleResult> samples = run("mti 0200 : no answer", request, next);

        assertThat(labelled(samples, "purchase").get(0).getResponseCode()).isEqualTo("RESPONSE_TIMEOUT");
        assertThat(labelled(samples, "next").get(0).getSamplerData()).containsPattern("DE 44.* x\n");
    }

    private static List<SampleResult> run(String rules, String codes, String detail) throws Exception {
        Iso8583Request request = request("purchase", PURCHASE);
        request.set(SCHEMA.successCodes, codes);
        request.set(SCHEMA.responseDetail, detail);
        return labelled(run(rules, request, 1), "purchase");
    }

    private static List<SampleResult> run(String rules, Iso8583Request request, int loops) throws Exception {
        try (EmbeddedHost host = TestHosts.ruled(rules)) {
            SmallPlan plan = new SmallPlan(1, loops);
            plan.group().add(connection("switch", host));
            plan.group().add(request);
            return labelled(plan.run(), request.getName());
        }
    }

    private static List<SampleResult> run(String rules, Iso8583Request request, Iso8583Request next) throws Exception {
        try (EmbeddedHost host = TestHosts.ruled(rules)) {
            SmallPlan plan = new SmallPlan(1, 1);
            plan.group().add(connection("switch", host));
            plan.group().add(request);
            plan.group().add(next);
            return plan.run();
        }
    }
}

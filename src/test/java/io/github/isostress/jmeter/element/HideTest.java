package io.github.isostress.jmeter.element;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import io.github.isostress.jmeter.rehearsal.Trial;
import io.github.isostress.jmeter.setting.Iso8583AssertionSchema;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.assertions.AssertionResult;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No sample of a connection shows what the connection's list hides. */
@ExtendWith(JMeterEnvironment.class)
class HideTest {
    private static final String PROPERTY = "iso8583.hide";
    private static final String SECRET = "ROSEBUD";
    private static final String PURCHASE =
            "0 0200\n3 000000\n11 000001\n41 TERM0001\n48 92" + SECRET + "\n60 " + SECRET;
    private static final String[] CLEAR = {SECRET, "52 4F 53 45", "524F5345", "OSEBU"};

    @AfterEach
    void forgetTheProperty() {
        JMeterUtils.getJMeterProperties().remove(PROPERTY);
    }

    private static Iso8583Connection hiding(EmbeddedHost host, String list) {
        Iso8583Connection connection = Elements.connection("link", host);
        connection.set(Iso8583ConnectionSchema.INSTANCE.hide, list);
        return connection;
    }

    private static String told(List<SampleResult> samples) {
        StringBuilder told = new StringBuilder();
        for (SampleResult sample : samples) {
            told.append(sample.getSamplerData())
                    .append(sample.getResponseDataAsString())
                    .append(sample.getResponseMessage());
            for (AssertionResult assertion : sample.getAssertionResults()) {
                told.append(assertion.getFailureMessage());
            }
        }
        return told.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | 48 60   | full",
                "always : wrong key 60           | 48.92 60-63 | full",
                "always : wrong mti              | 48 60   | full",
                "always : garbage                | 48 60   | full",
                "always : cut 60%                | 48 60   | full",
                "always : two in one packet          | 48 60   | raw",
                "always : twice                  | 48 60   | raw",
                "on connect : speak first        | 11 48 60 | full",
            })
    void shouldTellNothingOfTheListedElements(String rules, String list, String detail) throws Exception {
        try (EmbeddedHost host = TestHosts.ruled(rules)) {
            SmallPlan plan = new SmallPlan(1, 2);
            Iso8583Connection connection = hiding(host, list);
            connection.set(Iso8583ConnectionSchema.INSTANCE.signOn, "0 0800\n11 000002\n48 " + SECRET);
            connection.set(Iso8583ConnectionSchema.INSTANCE.sessionMessageTimeout, "300");
            plan.group().add(connection);
            Iso8583Request request = Elements.request("purchase", PURCHASE, 300);
            request.set(Iso8583RequestSchema.INSTANCE.returnedElements, "3 41 48 60");
            request.set(Iso8583RequestSchema.INSTANCE.responseDetail, detail);
            HashTree tested = plan.group().add(request);
            Iso8583Assertion assertion = new Iso8583Assertion();
            assertion.setName("assertion");
            assertion.set(Iso8583AssertionSchema.INSTANCE.source, "request");
            assertion.set(
                    Iso8583AssertionSchema.INSTANCE.rules, "60 equals OTHER\n48 matches [0-9]+\n41 equals TERM0001");
            tested.add(assertion);

            assertThat(told(plan.run())).contains("***").doesNotContain(CLEAR);
        }
    }

    @Test
    void shouldHideTheListedBytesWhenMessagesAreRaw() throws Exception {
        try (EmbeddedHost host = TestHosts.echoing()) {
            SmallPlan plan = new SmallPlan(1, 1);
            Iso8583Connection connection = Elements.rawConnection("link", host);
            connection.set(Iso8583ConnectionSchema.INSTANCE.hide, "raw 4-7");
            plan.group().add(connection);
            plan.group().add(Elements.request("raw", "hex 4C4C4C4C 4D4E4F4D 4C4C4C4C"));

            assertThat(told(plan.run()))
                    .contains("00 0C 4C 4C 4C 4C ** **  ** ** 4C 4C 4C 4C")
                    .doesNotContain("4D 4E");
        }
    }

    @Test
    void shouldHideOnEveryConnectionWhenThePropertyListsIt() throws Exception {
        JMeterUtils.setProperty(PROPERTY, "60, 48.92");
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, 1);
            plan.group().add(hiding(host, "41"));
            plan.group().add(Elements.request("purchase", PURCHASE));

            assertThat(told(plan.run())).contains("***").doesNotContain(CLEAR).doesNotContain("TERM0001");
        }
    }

    @Test
    void shouldHideWhatIsListedWhenItIsTried() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Iso8583Request request = Elements.request("purchase", PURCHASE);
            Trial trial = Trial.of(new PlanScope(Optional.of(hiding(host, "48 60")), Map.of()), request);

            assertThat(told(trial.run())).contains("***", "TERM0001").doesNotContain(CLEAR);
        }
    }

    @Test
    void shouldTellOnlyTheFunctionWhenTheListedElementsFunctionFails() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, 1);
            plan.group().add(hiding(host, "48.92"));
            plan.group().add(Elements.request("purchase", "0 0200\n48 876${__isoUtc(876b)}"));

            assertThat(told(plan.run()))
                    .contains("element 48: ${__isoUtc(****)} failed")
                    .doesNotContain("876");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"193", "raw", "60-x"})
    void shouldFailEachSampleWithOneSentenceWhenTheListIsWrong(String list) throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            SmallPlan plan = new SmallPlan(1, 1);
            plan.group().add(hiding(host, list));
            plan.group().add(Elements.request("purchase", PURCHASE));

            assertThat(plan.run()).singleElement().satisfies(sample -> {
                assertThat(sample.getResponseCode()).isEqualTo("CONFIG_ERROR");
                assertThat(sample.getResponseDataAsString()).contains("'link': hide: ");
            });
            JMeterUtils.setProperty(PROPERTY, list);
            SmallPlan second = new SmallPlan(1, 1);
            second.group().add(hiding(host, ""));
            second.group().add(Elements.request("purchase", PURCHASE));

            assertThat(told(second.run())).contains("'link': JMeter property iso8583.hide: ");
        }
    }
}

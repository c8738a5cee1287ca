package io.github.isostress.jmeter.sample;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.rawConnection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.message.describe.DescribedElement;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.support.TestHosts;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read of an exchange in a sample's two texts, of which a JTL file may have kept one, or none. */
@ExtendWith(JMeterEnvironment.class)
class SampleReportTest {
    private static final String PURCHASE =
            "0 0200\n2 9999990000000013\n3 000000\n4 1000\n11 ${__isoStan()}\n41 TERM0001";

    private static List<SampleResult> run(String rules, int loops) throws Exception {
        try (EmbeddedHost host = TestHosts.ruled(rules)) {
            SmallPlan plan = new SmallPlan(1, loops);
            plan.group().add(connection("switch", host));
            plan.group().add(request("purchase", PURCHASE, rules.matches(".*(cut|wrong).*") ? 5_000 : 60_000));
            plan.pauseBeforeSamples(300);
            return plan.run();
        }
    }

    private static SampleResult purchase(String rules) throws Exception {
        return labelled(run(rules, 1), "purchase").get(0);
    }

    private static SampleReport report(SampleResult sample) {
        return SampleReport.read(sample.getSamplerData(), sample.getResponseDataAsString());
    }

    private static String shown(MessageDescription message, String label) {
        return message.elements().stream()
                .filter(element -> element.label().equals(label))
                .map(DescribedElement::shown)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldHaveBothMessagesAndNoWordsWhenTheRequestIsApproved() throws Exception {
        SampleReport report = report(purchase("always : approve"));

        assertThat(report.request()).hasValueSatisfying(request -> {
            assertThat(shown(request, "MTI")).isEqualTo("0200");
            assertThat(shown(request, "DE 2")).isEqualTo("999999******0013");
            assertThat(shown(request, "frame")).isEqualTo("0046");
        });
        assertThat(report.response())
                .hasValueSatisfying(response -> assertThat(response.elements())
                        .filteredOn(element -> element.label().equals("DE 39"))
                        .extracting(DescribedElement::meaning)
                        .containsExactly("Approved"));
        assertThat(report.words()).isEmpty();
    }

    @Test
    void shouldHaveBothMessagesWhenOnlyTheResponseDataWereSaved() throws Exception {
        SampleResult sample = purchase("always : approve");

        assertThat(SampleReport.read("", sample.getResponseDataAsString())).isEqualTo(report(sample));
    }

    @Test
    void shouldHaveTheRequestWhenOnlyTheSamplerDataWereSaved() throws Exception {
        SampleResult sample = purchase("always : approve");

        SampleReport report = SampleReport.read(sample.getSamplerData(), "");

        assertThat(report.request()).isEqualTo(report(sample).request()).isPresent();
        assertThat(report.response()).isEmpty();
        assertThat(report.words()).isEmpty();
    }

    @Test
    void shouldBeTheSameWhenLinesEndAsOnWindows() throws Exception {
        SampleResult sample = purchase("always : close");

        assertThat(SampleReport.read(
                        sample.getSamplerData().replace("\n", "\r\n"),
                        sample.getResponseDataAsString().replace("\n", "\r\n")))
                .isEqualTo(report(sample));
    }

    @Test
    void shouldTellTheFailureWhenNoResponseCame() throws Exception {
        SampleReport report = report(purchase("always : close"));

        assertThat(report.request()).isPresent();
        assertThat(report.response()).isEmpty();
        assertThat(report.words())
                .startsWith("CLOSED_BY_HOST: The host closed the connection before it had answered.\n")
                .doesNotContain("Request", "MTI  ");
    }

    @Test
    void shouldShowTheBytesWhenTheResponseIsCutOff() throws Exception {
        SampleReport report = report(purchase("always : cut 8 bytes"));

        assertThat(report.request()).isPresent();
        assertThat(report.response()).isEmpty();
        assertThat(report.words())
                .contains("Unfinished, 8 bytes\n0000  ", "30 32 31 30")
                .doesNotContain("Request");
    }

    @Test
    void shouldTellOnceWhatCameWhenThatIsWhyTheRequestFailed() throws Exception {
        assertThat(report(purchase("always : wrong key")).words())
                .containsOnlyOnce("not the answer: 1 other: MTI 0210, DE 11 is ")
                .contains("UNMATCHED_RESPONSE: ", "Also came: MTI 0210, DE 11 is ");
    }

    @Test
    void shouldTellButNotShowWhatElseCameWhenAnotherMessageCameBefore() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("mti 0200 : speak first")) {
            SmallPlan plan = new SmallPlan(1, 1);
            Iso8583Connection connection = connection("switch", host);
            connection.set(Iso8583ConnectionSchema.INSTANCE.unsolicited, "none");
            plan.group().add(connection);
            plan.group().add(request("purchase", PURCHASE, 60_000));

            SampleReport report = report(plan.run().get(1));

            assertThat(report.response())
                    .hasValueSatisfying(
                            response -> assertThat(shown(response, "MTI")).isEqualTo("0210"));
            assertThat(report.words())
                    .contains("not the answer: 1 ", "Also came: MTI 0800")
                    .doesNotContain("0000  ");
        }
    }

    @Test
    void shouldHaveTheHostsRequestAndOurAnswerWhenItWasUnsolicited() throws Exception {
        SampleResult sample =
                labelled(run("mti 0200 : speak first", 1), "switch unsolicited").get(0);

        SampleReport report = report(sample);

        assertThat(report.request())
                .hasValueSatisfying(request -> assertThat(shown(request, "MTI")).isEqualTo("0800"));
        assertThat(report.response())
                .hasValueSatisfying(
                        response -> assertThat(shown(response, "MTI")).isEqualTo("0810"));
        assertThat(report.words()).isEqualTo("MTI 0800 is a request of the host's own, it was answered");
    }

    @Test
    void shouldHaveTheResponseWhenItCameOnceMore() throws Exception {
        SampleReport report =
                report(labelled(run("mti 0200 : twice", 2), "switch duplicate").get(0));

        assertThat(report.request()).isEmpty();
        assertThat(report.response())
                .hasValueSatisfying(
                        response -> assertThat(shown(response, "MTI")).isEqualTo("0210"));
        assertThat(report.words()).startsWith("MTI 0210 answers an earlier request once more");
    }

    @Test
    void shouldTellTheFactsWhenAConnectionWasOpened() throws Exception {
        SampleReport report = report(run("always : approve", 1).get(0));

        assertThat(report.request()).isEmpty();
        assertThat(report.response()).isEmpty();
        assertThat(report.words()).startsWith("Connect to ").contains("\nlocal address   ", "\nremote address  ");
    }

    @Test
    void shouldTellTheFailureOnceWhenAConnectionDidNotComeAbout() throws Exception {
        SmallPlan plan = new SmallPlan(1, 1);
        plan.group().add(connection("switch", String.valueOf(TestHosts.portWithoutHost())));
        plan.group().add(request("purchase", PURCHASE));

        String words = report(plan.run().get(0)).words();

        assertThat(words).startsWith("CONNECTION_REFUSED: The host refused the connection.\n");
        assertThat(words.split("Connect to ")).hasSize(2);
    }

    @Test
    void shouldHaveTheBytesWhenMessagesAreRaw() throws Exception {
        try (EmbeddedHost host = TestHosts.echoing()) {
            SmallPlan plan = new SmallPlan(1, 1);
            plan.group().add(rawConnection("switch", host));
            plan.group().add(request("raw", "hex 30 38 30 30 0A 02 03"));

            SampleReport report = report(plan.run().get(1));

            assertThat(report.request()).isEqualTo(report.response()).hasValueSatisfying(message -> {
                assertThat(message.elements()).isEmpty();
                assertThat(message.bytes().bytes()).containsExactly(0, 7, 0x30, 0x38, 0x30, 0x30, 0x0A, 2, 3);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            pool switch of 3                             | nothing                                       | pool switch of 3
            nothing                                      | CONFIG_ERROR: The configuration cannot be used. | CONFIG_ERROR: The configuration cannot be used.
            """)
    void shouldHaveTheWordsWhenThereIsNoMessage(String samplerData, String responseData, String words) {
        SampleReport report = SampleReport.read(
                samplerData == null ? "" : samplerData + "\n", responseData == null ? "" : responseData + "\n");

        assertThat(report.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET http://localhost/",
                "<html>\n<p>0200</p>\n</html>",
                "0000  41 42 43\n0010  44",
                "CONFIG_ERROR: something else.",
                "Request to nobody, 12 bytes"
            })
    void shouldHaveNothingWhenTheSampleIsAnotherSamplers(String text) {
        SampleReport report = SampleReport.read(text, text);

        assertThat(report.request()).isEmpty();
        assertThat(report.response()).isEmpty();
        assertThat(report.words()).isEmpty();
    }
}

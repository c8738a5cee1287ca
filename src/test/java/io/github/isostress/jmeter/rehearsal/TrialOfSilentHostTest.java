package io.github.isostress.jmeter.rehearsal;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.sample.SampleReport;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What "Try it" says when framing or packager are not those of the host. */
@ExtendWith(JMeterEnvironment.class)
class TrialOfSilentHostTest {
    private static final int TIMEOUT_MILLIS = 200;
    private static final int LINES_SEEN = 6;
    private static final String PURCHASE = "0 0200\n2 9999990000000013\n3 000000\n4 000000001000\n11 000001\n";

    private static String words(String framing, String packager, String rules) {
        try (EmbeddedHost host = TestHosts.ruled(rules)) {
            Iso8583Connection connection = connection("switch", host);
            connection.set(Iso8583ConnectionSchema.INSTANCE.framing, framing);
            connection.set(Iso8583ConnectionSchema.INSTANCE.packager, packager);
            PlanScope scope = new PlanScope(Optional.of(connection), Map.of());
            List<SampleResult> samples = Trial.of(scope, request("purchase", PURCHASE, TIMEOUT_MILLIS))
                    .run();
            SampleResult purchase = samples.get(1);
            return SampleReport.read(purchase.getSamplerData(), purchase.getResponseDataAsString())
                    .words();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ascii4            | iso87ascii  | sent was 30 30 36 32 before 62 bytes (framing ascii4)
                    bcd2              | iso87ascii  | sent was 00 62 before 62 bytes (framing bcd2)
                    binary2-inclusive | iso87ascii  | sent was 00 40 before 62 bytes (framing binary2-inclusive)
                    none              | iso87ascii  | sent was nothing before 62 bytes (framing none)
                    tpdu              | iso87ascii  | sent was 00 43 60 00 00 00 00 before 62 bytes (framing tpdu)
                    binary2           | iso87binary | sent was 00 1F before 31 bytes (framing binary2)
                    """)
    void shouldSayWhatElseCouldBeSentInTheLinesThatAreSeen(String framing, String packager, String sent) {
        List<String> lines = words(framing, packager, "").lines().toList();

        assertThat(lines).hasSizeLessThanOrEqualTo(LINES_SEEN);
        assertThat(lines.get(2)).startsWith("the usual cause is the framing or the packager");
        assertThat(lines.get(3)).startsWith(sent);
        assertThat(lines.get(4)).startsWith("other framings would have sent ");
        assertThat(lines.get(5)).startsWith("other packagers would have begun with ");
    }

    @Test
    void shouldSayItOfAHostThatReadsAndSaysNothing() {
        assertThat(words("binary2", "iso87ascii", "always : close")).contains("other framings would have sent ascii4");
    }
}

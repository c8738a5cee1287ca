package io.github.isostress.health.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How limits are written, and what is no limit. */
class LimitsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    late       | 2 %, 20 %    | 0.02    | 0.2
                    late       | 2%           | 0.02    | 0.1
                    late       | 20           | 0.2     | 0.2
                    pauses     | 250 ms,never | 250000  | Infinity
                    cpu        | never, never | Infinity| Infinity
                    resultFile | 1, 2         | 1       | 2
                    """)
    void shouldReadALimitWhenItIsWrittenInTheRulesUnit(String key, String text, double suspect, double invalid) {
        Limits limits = Limits.read(Map.of("iso8583.verdict." + key, text)::get);

        for (ValidityRule rule : ValidityRule.values()) {
            assertThat(limits.of(rule))
                    .isEqualTo(rule.property().endsWith("." + key) ? new Limit(suspect, invalid) : rule.defaultLimit());
        }
    }

    @Test
    void shouldReadThemselvesWhenTheyAreWritten() {
        Map<String, String> written = Limits.DEFAULT.written();

        assertThat(written)
                .hasSize(ValidityRule.values().length + 1)
                .containsEntry("iso8583.verdict.late", "1 %, 10 %")
                .containsEntry("iso8583.verdict.pauses", "100 ms, 1000 ms")
                .containsEntry("iso8583.verdict.runQueue", "1 %, 10 %")
                .containsEntry("iso8583.verdict.start", "2 s");
        assertThat(Limits.read(written::get).written()).isEqualTo(written);
    }

    @Test
    void shouldKnowThatAPropertySetsNoLimitWhenThereIsNoSuchRule() {
        assertThat(Limits.unknown(List.of(
                        "iso8583.verdict.thread",
                        "iso8583.verdict.threads",
                        "iso8583.verdict.start",
                        "iso8583.verdict.Late",
                        "iso8583.verdict",
                        "iso8583.gates")))
                .containsExactly("iso8583.verdict.Late", "iso8583.verdict.thread");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    iso8583.verdict.late   | many        | iso8583.verdict.late: 'many' is no limit; write the limits for SUSPECT and INVALID, such as 1 %, 10 %
                    iso8583.verdict.late   | 3 ms        | iso8583.verdict.late: '3 ms' is no limit; write the limits for SUSPECT and INVALID, such as 1 %, 10 %
                    iso8583.verdict.pauses | 9 ms, 2 ms  | iso8583.verdict.pauses: '9 ms, 2 ms' is INVALID before it is SUSPECT; write the limits for SUSPECT and INVALID, such as 100 ms, 1000 ms
                    iso8583.verdict.cpu    | 1, 2, 3     | iso8583.verdict.cpu: '1, 2, 3' is more than two limits; write the limits for SUSPECT and INVALID, such as 1 %, 10 %
                    iso8583.verdict.start  | soon        | iso8583.verdict.start: 'soon' is no time; write seconds, such as 2 s
                    """)
    void shouldSayWhatIsWrongWhenItIsNoLimit(String property, String text, String sentence) {
        assertThatThrownBy(() -> Limits.read(Map.of(property, text)::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}

package io.github.isostress.jmeter.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of an assertion: which hold, what a broken one says, which texts are refused. */
class ElementRulesTest {
    private static final String PAN = "9999990000000015";
    private static final IsoPackager PACKAGER = Packagers.builtIn("iso87binary");

    private static DecodedMessage answer() throws Exception {
        String template = """
                0 0210
                2 9999990000000015
                39 51
                41 "TERM01  "
                55.8A 3531
                """;
        byte[] bytes = MessageTemplate.compile(template, Optional.of(PACKAGER), Expression::constant)
                .fill()
                .bytes();
        return new MessageDecoder(PACKAGER).decode(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 equals 0210",
                "39 in 00, 51",
                "39 in 51",
                "41 equals \"TERM01  \"",
                "41 matches TERM\\d\\d  ",
                "41 matches TERM.*",
                "55.8A equals 3531",
                "2 present",
                "38 absent",
                "# comment\n\n39 equals 51\n  38 absent",
                "2 matches \\d{16}"
            })
    void shouldFindNothingWhenTheRuleHolds(String rules) throws Exception {
        String withoutStripping = rules.endsWith("  ") ? rules.strip() + "\\s+" : rules;

        assertThat(ElementRules.parse(withoutStripping).violations(answer())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            39 in 00 10      | DE 39 is 51, not one of 00, 10
            39 equals 00     | DE 39 is 51, not 00
            39 matches 0.    | DE 39 is 51, which does not match 0.
            39 absent        | DE 39 is 51, and must be absent
            38 present       | DE 38 is absent
            38 equals 123456 | DE 38 is absent
            0 equals 0230    | the MTI is 0210, not 0230
            55.8A equals 3030 | DE 55.8A is 3531, not 3030
            """)
    void shouldSayWhatWasFoundWhenTheRuleDoesNotHold(String rule, String sentence) throws Exception {
        assertThat(ElementRules.parse(rule).violations(answer())).contains(sentence);
    }

    @Test
    void shouldSayEachWhenSeveralRulesDoNotHold() throws Exception {
        assertThat(ElementRules.parse("39 equals 00\n41 present\n38 present").violations(answer()))
                .contains("DE 39 is 51, not 00; DE 38 is absent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 equals 4111111111111111",
                "2 in 4111111111111111",
                "2 matches 4111111111111111",
                "2 absent",
                "39 equals 4111111111111111",
                "38 equals 4111111111111111",
                "39 in 4111111111111111 00"
            })
    void shouldShowNoCardNumberWhenTheRuleDoesNotHold(String rule) throws Exception {
        assertThat(ElementRules.parse(rule).violations(answer()).orElseThrow())
                .doesNotContain("4111111111111111")
                .doesNotContain(PAN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DE39 equals 00     | line 1: 'DE39' is no data element: write a number such as 11, 48.1 or 55.9F02
            39                 | line 1: behind the element there must be one of the words equals, in, matches, present, absent, as in 39 in 00 10
            39 is 00           | line 1: 'is' is none of equals, in, matches, present, absent
            2 4111111111111111 | line 1: '411111...' is none of equals, in, matches, present, absent
            39 in ,            | line 1: behind in there must be what to compare with
            39 equals          | line 1: behind equals there must be what to compare with
            38 absent 00       | line 1: behind absent there must be nothing
            38 matches [0-9    | line 1: what stands behind matches is no regular expression: Unclosed character class
            # nothing          | there is no rule: write one a line, such as 39 in 00 10
            """)
    void shouldNameLineAndRuleWhenALineCannotBeRead(String rules, String sentence) {
        assertThatThrownBy(() -> ElementRules.parse(rules))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}

package io.github.isostress.jmeter.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.describe.MessageBytes;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of an assertion: which hold, what a broken one says, which texts are refused. */
class MessageRulesTest {
    private static final String PAN = "9999990000000015";
    private static final IsoPackager PACKAGER = Packagers.builtIn("iso87binary");

    private static LastExchange answer() throws Exception {
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
        return new LastExchange(null, new MessageDecoder(PACKAGER).decode(bytes));
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

        assertThat(MessageRules.parse(withoutStripping).violations(answer(), MessageChoice.RESPONSE))
                .isEmpty();
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
        assertThat(MessageRules.parse(rule).violations(answer(), MessageChoice.RESPONSE))
                .contains(sentence);
    }

    @Test
    void shouldSayEachWhenSeveralRulesDoNotHold() throws Exception {
        assertThat(MessageRules.parse("39 equals 00\n41 present\n38 present")
                        .violations(answer(), MessageChoice.RESPONSE))
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
        assertThat(MessageRules.parse(rule)
                        .violations(answer(), MessageChoice.RESPONSE)
                        .orElseThrow())
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
        assertThatThrownBy(() -> MessageRules.parse(rules))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    private static LastExchange raw(String hex) {
        byte[] frame = HexFormat.of().parseHex("FFFF" + hex);
        return LastExchange.unread(null, MessageBytes.unread(frame, 2, frame.length - 2, MessageDescriber.RAW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 0 equals 02",
                "bytes 0-1 equals 0211",
                "bytes 0-1 kind equals 02 11",
                "bytes 2-3 result of the request in 0000, 0017",
                "bytes 2-3 equals 00 17",
                "bytes 4-end text equals 4f4b",
                "bytes 4-end matches 4F4[A-F]",
                "bytes 5 present",
                "bytes 6 absent"
            })
    void shouldFindNothingWhenTheBytesAreAsDemanded(String rule) {
        assertThat(MessageRules.parse(rule).violations(raw("021100174F4B"), MessageChoice.RESPONSE))
                .isEmpty();
    }

    @Test
    void shouldCompareBytesWhenAPackagerHasReadTheMessage() throws Exception {
        assertThat(MessageRules.parse("bytes 0-1 MTI equals 0200").violations(answer(), MessageChoice.RESPONSE))
                .contains("MTI (bytes 0-1) is 0210, not 0200");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bytes 0 equals 03                | byte 0 is 02, not 03
            bytes 0-1 equals 0221            | bytes 0-1 are 0211, not 0221
            bytes 2-3 status equals 0000     | status (bytes 2-3) is 0017, not 0000
            bytes 2-3 status in 0000 00 01   | line 1: bytes 2-3 are 2 in number and cannot be equal to 1: each has two hex digits
            bytes 2-3 status in 0000 0001    | status (bytes 2-3) is 0017, not one of 0000, 0001
            bytes 4-end text matches 4F4F.*  | text (bytes 4-end) is 4F4B, which does not match 4F4F.*
            bytes 4-5 text absent            | text (bytes 4-5) is 4F4B, and must be absent
            bytes 6 equals 00                | byte 6 is absent: the message has 6 bytes
            bytes 5-8 sum equals 00000000    | sum (bytes 5-8) is absent: the message has 6 bytes
            bytes                            | line 1: '' names no bytes: write an offset from 0 such as 4, a range such as 4-5, or 8-end
            bytes 5-4 equals 00              | line 1: 5-4 ends before it begins
            bytes 4-5                        | line 1: behind the bytes, and what they mean, there must be one of the words equals, in, matches, present, absent, as in bytes 4-5 status equals 0000
            bytes 4-5 equals OK              | line 1: bytes are compared with two hex digits for each, as in bytes 4-5 status equals 0000
            """)
    void shouldSayWhatWasFoundWhenBytesAreNotAsDemanded(String rule, String sentence) {
        assertThat(sentenceAbout(rule)).isEqualTo(sentence);
    }

    private static String sentenceAbout(String rule) {
        try {
            return MessageRules.parse(rule)
                    .violations(raw("021100174F4B"), MessageChoice.RESPONSE)
                    .orElseThrow();
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-7 card equals 0000000000000000", "bytes 1-6 part of a card equals 000000000000"})
    void shouldShowNoCardNumberWhenItsBytesAreNotAsDemanded(String rule) {
        String sentence = MessageRules.parse(rule)
                .violations(raw("4111111111111111"), MessageChoice.RESPONSE)
                .orElseThrow();

        assertThat(sentence).contains("******").doesNotContain("1111111");
    }
}

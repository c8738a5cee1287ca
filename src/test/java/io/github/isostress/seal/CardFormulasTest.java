package io.github.isostress.seal;

import static io.github.isostress.seal.Filled.assertThatRefusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.card.CardVerificationValue;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a template that give values of a card: verification values, PIN offsets, tracks. */
class CardFormulasTest {
    private static final IsoPackager PACKAGER = Packagers.builtIn("iso87ascii");
    private static final IsoPackager CHIP = Packagers.builtIn("iso93binary");
    private static final String[] CARD = {"0 0200", "2 2222222222222222", "14 3333"};

    private static String value(String formula) throws FailureException {
        return Filled.value(PACKAGER, "48", CARD[0], CARD[1], CARD[2], "48:= " + formula);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cvv key=CVK service=111                                                | 361
            cvv key=CVK service=111 pan=2222222222222222 expiry=@14                | 361
            pvv key=PVK pvki=1 pin=4524 pan=1122334455667788                       | 8523
            cvc3 key=IMK-CVC3 track=5123456789012345D35121010000000000000 atc=005E un=00000899 pan=5123456789012345 psn=00 | 488
            cvc3 key=IMK-CVC3 track=5123456789012345=35121010000000000000 atc=005E un=00000899 pan=5123456789012345 digits=5 | 29488
            kcv key=PVK                                                            | 08D7B4
            track2 service=101 pvki=1 pvv=8523 cvv=361                             | 2222222222222222=333310118523361
            track2 service=101 separator=D more=0000                               | 2222222222222222D33331010000
            track1 service=101 cvv=361                                             | B2222222222222222^TEST/CARD^3333101361
            track1 service=101 name="DOE/JO A"                                     | B2222222222222222^DOE/JO A^3333101
            offset key=PVK pin=1234 validation=1234567890123456 table=0000000000000000 | 1234
            """)
    void shouldGiveThePublishedValueWhenTheCardIsThatOfTheExample(String formula, String expected)
            throws FailureException {
        assertThat(value(formula)).isEqualTo(expected);
    }

    @Test
    void shouldTakeTheServiceCodeOfTheKindWhenTheValueIsPrintedOrInAChip() throws FailureException {
        CardVerificationValue values =
                new CardVerificationValue(CipherKey.tdes(HexFormat.of().parseHex("99999999999999998888888888888888")));

        assertThat(value("icvv key=CVK expiry=2512")).isEqualTo(values.of("2222222222222222", "2512", "999"));
        assertThat(value("cvv2 key=CVK expiry=2512")).isEqualTo(values.of("2222222222222222", "2512", "000"));
        assertThat(value("cvv2 key=CVK expiry=2512 order=MMYY"))
                .isEqualTo(values.of("2222222222222222", "1225", "000"));
    }

    @Test
    void shouldTakeTheCardOutOfTrack2OrTagsWhenThereIsNoDe2() throws FailureException {
        String formula = "48:= cvv key=CVK service=111 expiry=3333";

        assertThat(Filled.value(PACKAGER, "48", "0 0200", "35 2222222222222222=33331110000", formula))
                .isEqualTo("361");
        assertThat(Filled.value(CHIP, "48", "0 1100", "55.5A 2222222222222222", formula))
                .isEqualTo("361");
        assertThat(Filled.value(CHIP, "48", "0 1100", "55.5A 222222222222222F", formula))
                .hasSize(3);
        assertThat(Filled.value(CHIP, "48", "0 1100", "55.57 2222222222222222D333311100000F", formula))
                .isEqualTo("361");
    }

    @Test
    void shouldBeWholeBytesWithDWhenTrack2IsThatOfAChip() throws FailureException {
        assertThat(Filled.value(
                        CHIP, "55.57", "0 1100", "2 2222222222222222", "14 3333", "55.57:= track2 service=201 more=12"))
                .isEqualTo("2222222222222222D333320112");
        assertThat(Filled.value(
                        CHIP,
                        "55.57",
                        "0 1100",
                        "2 2222222222222222",
                        "14 3333",
                        "55.57:= track2 service=201 more=123"))
                .isEqualTo("2222222222222222D3333201123F");
    }

    @Test
    void shouldHaveTheTrackItselfWhenItIsDe35() throws FailureException {
        assertThat(Filled.value(PACKAGER, "35", CARD[0], CARD[1], CARD[2], "35:= track2 service=101 cvv=361"))
                .isEqualTo("2222222222222222=3333101361");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cvv key=CVK                               | cvv needs service
            cvv key=CVK service=11                    | the service code must have 3 digits, not 2
            cvv key=CVK service=111 expiry=333        | the expiry date must have 4 digits, not 3
            cvv key=CVK service=111 pan=1234567       | the PAN must have 8 to 19 digits, not 7
            cvv key=CVK service=111 pan=12345678901234x | the PAN must have digits alone, but character 15 is none
            cvv key=CVK service=111 expiry=@55        | expiry comes from element 55, which the message does not have
            cvv key=PVK service=111                   | key 'PVK' has the use PVK, but needed is CVK
            cvv2 key=CVK order=YYYY                   | order is none of YYMM, MMYY
            pvv key=PVK pvki=1 pin=123                | the PIN must have 4 to 12 digits, not 3
            pvv key=PVK pvki=1 pin=1234567890123      | the PIN must have 4 to 12 digits, not 13
            pvv key=PVK pvki=10 pin=1234              | the PVKI must have 1 digit, not 2
            offset key=PVK pin=1234 table=012         | the decimalisation table must have 16 digits, not 3
            offset key=PVK pin=1234 pan=123456789012  | the PAN must have 13 to 19 digits, not 12
            cvc3 key=IMK-CVC3 track=12x atc=005E un=00000899 | track must be digits with = or D behind the card number
            cvc3 key=IMK-CVC3 track=12 atc=5E un=00000899    | the ATC must have 2 bytes, not 1
            cvc3 key=IMK-CVC3 track=12 atc=005E un=0899      | the unpredictable number must have 4 bytes, not 2
            cvc3 key=IMK-CVC3 track=12 atc=005E un=0899 digits=6 | digits is no whole number from 3 to 5
            track2 service=101 more=12345678901234567 | track 2 must have at most 37 characters, not 41
            track2 service=101 separator=^            | separator is none of =, D
            track1 service=101 name=doe               | the name must have capital letters, digits, blanks and / . - ' alone
            """)
    void shouldNameLineElementAndRuleWhenAValueCannotBeComputed(String formula, String sentence) {
        assertThatRefusalOf(PACKAGER, CARD[0], CARD[1], CARD[2], "48:= " + formula)
                .isEqualTo("line 4, element 48: " + sentence)
                .doesNotContain("2222222", "1234567890");
    }
}

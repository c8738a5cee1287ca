package io.github.isostress.seal;

import static io.github.isostress.seal.Filled.assertThatRefusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a template that give a chip's cryptogram, its issuer application data and the issuer's answer. */
class ChipFormulasTest {
    private static final IsoPackager PACKAGER = Packagers.builtIn("iso93binary");
    private static final List<String> CARD = List.of("0 1100", "2 1234567890123456", "23 000");

    private static final List<String> VISA = List.of(
            "55.9F02 00 00 00 00 40 00",
            "55.9F03 000000000000",
            "55.9F1A 0124",
            "55.95 8000048000",
            "55.5F2A 0124",
            "55.9A 191105",
            "55.9C 01",
            "55.9F37 52BF4585",
            "55.82 1800",
            "55.9F36 001C");

    private static final List<String> MASTERCARD = List.of(
            "55.9F02 000000009999",
            "55.9F03 000000000000",
            "55.9F1A 0124",
            "55.95 8000000000",
            "55.5F2A 0124",
            "55.9A 209906",
            "55.9C 00",
            "55.9F37 ABCDEF12",
            "55.82 1800",
            "55.9F36 001C");

    private static String[] lines(List<String> tags, String... more) {
        List<String> all = new ArrayList<>(CARD);
        all.addAll(tags);
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "10,  06010A03A06010,                       29CCA15AE665FA2E, 28993816AFAE4AEB3030, arc=3030",
        "18,  06011203A0B800,                       7A788EA6B8A3E733, 9AF514C100000000,     csu=00000000",
        "22,  06011203A0B800,                       7A788EA6B8A3E733, 9AF514C100000000,     csu=00000000",
        "M16, 0110A00003220000000000000000000000FF, 24CCF3DEE3158C70, 73F6BBF389A6586C0010, arc=0010",
        "M17, 0111A00003220000000000000000000322FF, EAE8A620A75648D8, 29CF11FBDB9CA6500010, arc=0010",
        "M20, 0114A00003220000000000000000000000FF, CD29615D6452E70E, DFD0956606B68D640010, arc=0010",
        "M21, 0115A00003220000000000000000000322FF, C30E54BE496CF5E5, 4F51F9CC63CE8B3C0010, arc=0010",
    })
    void shouldGiveThePublishedCryptogramsWhenTheTagsAreThoseOfTheExample(
            String cvn, String issuerData, String arqc, String answer, String setting) throws FailureException {
        String[] lines = lines(
                cvn.startsWith("M") ? MASTERCARD : VISA,
                "55.9F10 " + issuerData,
                "55.9F26:= arqc key=IMK cvn=" + cvn,
                "55.91:= arpc key=IMK cvn=" + cvn + " " + setting);

        assertThat(Filled.value(PACKAGER, "55.9F26", lines)).isEqualTo(arqc);
        assertThat(Filled.value(PACKAGER, "55.91", lines)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"10", "14", "18", "22", "M16", "M17", "M20", "M21"})
    void shouldTakeTheVersionOfTheIssuerDataWhenNoneIsGiven(String cvn) throws FailureException {
        String issuerData = "55.9F10:= iad cvn=" + cvn;

        assertThat(Filled.value(PACKAGER, "55.9F26", lines(VISA, issuerData, "55.9F26:= arqc key=IMK")))
                .isEqualTo(Filled.value(
                        PACKAGER, "55.9F26", lines(VISA, issuerData, "55.9F26:= arqc key=IMK cvn=" + cvn)));
    }

    @Test
    void shouldHaveWhatIsGivenWhenIssuerDataAreMade() throws FailureException {
        assertThat(Filled.value(PACKAGER, "55.9F10", "0 1100", "55.9F10:= iad cvn=18 dki=0A cvr=03A0B800"))
                .isEqualTo("060A1203A0B800");
    }

    @Test
    void shouldTakeTheTwoCharactersOfDe39WhenTheAnswerIsOfMethod1() throws FailureException {
        assertThat(Filled.value(
                        PACKAGER,
                        "55.91",
                        lines(
                                VISA,
                                "39 000",
                                "55.9F10 06010A03A06010",
                                "55.9F26 29CCA15AE665FA2E",
                                "55.91:= arpc key=IMK method=1 arc=00")))
                .isEqualTo("28993816AFAE4AEB3030");
    }

    @Test
    void shouldTakeListedTagsAndAnotherSessionKeyWhenTheLineSaysSo() throws FailureException {
        String listed = Filled.value(
                PACKAGER,
                "55.9F26",
                lines(
                        VISA,
                        "55.9F10 06011203A0B800",
                        "55.9F26:= arqc key=IMK cvn=18 session=common"
                                + " tags=9F02,9f03,9F1A,95,5F2A,9A,9C,9F37,82,9F36,9F10"));

        assertThat(listed).isEqualTo("7A788EA6B8A3E733");
        assertThat(Filled.value(
                        PACKAGER,
                        "55.9F26",
                        lines(VISA, "55.9F10 06011203A0B800", "55.9F26:= arqc key=IMK cvn=18 session=emv2000")))
                .isNotEqualTo(listed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            55.9F26:= arqc key=IMK cvn=18             | element 55.9F26: the cryptogram of CVN 18 needs tag 9F10, which the message does not have
            55.9F26:= arqc key=IMK                    | element 55.9F26: tag 9F10 is needed, which the message does not have
            55.9F26:= arqc key=IMK cvn=17             | element 55.9F26: there is no CVN '17'; known are 10, 14, 18, 22, M16, M17, M20, M21
            55.9F26:= arqc key=IMK cvn=18 option=C    | element 55.9F26: option is none of A, B
            55.9F26:= arqc key=IMK cvn=18 session=x   | element 55.9F26: there is no session key method 'x'; known are none, common, mastercard, emv2000
            55.9F26:= arqc key=CVK cvn=18             | element 55.9F26: the cryptogram of CVN 18 needs tag 9F10, which the message does not have
            55.9F26:= arqc key=IMK cvn=18 tags=9F10,DF01 | element 55.9F26: the cryptogram of CVN 18 needs tags 9F10, DF01, which the message does not have
            55.9F26:= arqc key=IMK cvn=10 tags=9F36 pan=1234567 | element 55.9F26: the PAN must have 8 to 19 digits, not 7
            55.9F26:= arqc key=IMK cvn=10 tags=9F36 psn=100     | element 55.9F26: the PAN sequence number must be 0 to 99
            55.9F26:= arqc key=CVK cvn=10 tags=9F36   | element 55.9F26: key 'CVK' has the use CVK, but needed is IMK-AC
            55.9F10:= iad cvn=10 cvr=03A0             | element 55.9F10: the card verification results of CVN 10 must have 4 bytes, not 2
            55.9F10:= iad cvn=10 dki=0102             | element 55.9F10: dki must be one byte in two hex digits
            55.9F10:= iad cvn=10 dki=x                | element 55.9F10: dki must be whole bytes in hex digits
            55.91:= arpc key=IMK cvn=10 arc=00        | element 55.91: tag 9F26 is needed, which the message does not have
            55.91:= arpc key=IMK cvn=18 csu=0000      | element 55.91: tag 9F26 is needed, which the message does not have
            55.91:= arpc key=IMK method=3             | element 55.91: there is no ARPC method '3'; known are 1, 2
            """)
    void shouldNameLineElementAndRuleWhenAFormulaCannotBeComputed(String line, String sentence) {
        assertThatRefusalOf(PACKAGER, lines(VISA, line)).isEqualTo("line 14, " + sentence);
    }

    @Test
    void shouldNameAllMissingTagsWhenThereIsNoChipDataAtAll() {
        assertThatRefusalOf(PACKAGER, "0 1100", "2 1234567890123456", "55.9F26:= arqc key=IMK cvn=M16")
                .isEqualTo("line 3, element 55.9F26: the cryptogram of CVN M16 needs tags 9F02, 9F03, 9F1A, 95, 5F2A,"
                        + " 9A, 9C, 9F37, 82, 9F36, 9F10, which the message does not have");
    }

    @Test
    void shouldSayWhatTheAnswerMustHaveWhenItIsTooShort() {
        assertThatRefusalOf(PACKAGER, lines(VISA, "55.9F26 7A788EA6B8A3E733", "55.91:= arpc key=IMK cvn=18 csu=0000"))
                .isEqualTo("line 15, element 55.91: the card status update with the issuer's own data must have 4 to 12"
                        + " bytes, not 2");
        assertThatRefusalOf(PACKAGER, lines(VISA, "55.9F26 7A788EA6B8A3E733", "55.91:= arpc key=IMK cvn=10 arc=000"))
                .isEqualTo("line 15, element 55.91: arc must be two characters or four hex digits, not 3");
    }
}

package io.github.isostress.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Messages;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One message becomes many: the elements that differ from request to request come from functions. */
class VariedTemplateTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");

    private static final String[] PURCHASE = {
        "0   0200",
        "3   000000",
        "4   000000012345",
        "7   1121203000",
        "11  000042",
        "12  213000",
        "13  1121",
        "37  632521000042",
        "41  TERM0001"
    };

    private static final String VARIED = """
            4   0000000${__Random(10000,99999)}
            7   ${__isoUtc(MMddHHmmss)}
            11  ${__isoStan()}
            12  ${__time(HHmmss,)}
            13  ${__time(MMdd,)}
            37  ${__isoRrn()}
            """;

    private static VariedTemplate varied(String text, IsoPackager packager) {
        return VariedTemplate.of(TemplateDraft.of(text), Optional.ofNullable(packager), Set.of());
    }

    private static String after(String text, IsoPackager packager) {
        return varied(text, packager).edit().applyTo(text);
    }

    @Test
    void shouldReplaceTheValuesOfRowsAndLeaveTheOthers() {
        String text = "# A purchase\n" + String.join("\n", PURCHASE) + "\n";

        VariedTemplate varied = varied(text, ASCII);

        assertThat(varied.edit().applyTo(text))
                .isEqualTo("# A purchase\n0   0200\n3   000000\n" + VARIED + "41  TERM0001\n");
        assertThat(varied.edit().rows()).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(varied.sentence()).isEqualTo("DE 4, 7, 11, 12, 13, 37 vary now from message to message.");
    }

    @Test
    void shouldAddRowsWhenTheMessageIsCaptured() throws Exception {
        String hex = "hex " + Messages.hex(Messages.message(ASCII, PURCHASE)) + "\n";

        assertThat(after(hex, ASCII)).isEqualTo(hex + VARIED);
    }

    @Test
    void shouldReplaceARowAndAddTheOthersWhenACapturedMessageHasRows() throws Exception {
        String hex = "hex " + Messages.hex(Messages.message(ASCII, PURCHASE)) + "\n";

        assertThat(after(hex + "11 000001\n", ASCII))
                .contains("\n11 ${__isoStan()}\n")
                .containsOnlyOnce("\n11")
                .contains("\n4  0000000${__Random(10000,99999)}\n7  ${__isoUtc(MMddHHmmss)}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            0 0200 | 4  7       | 4  ${__Random(1,9)}
            0 0200 | 4  000100  | 4  000${__Random(100,999)}
            0 0200 | 11 00000042| 11 00${__isoStan()}
            0 0200 | 13 261121  | 13 ${__time(yyMMdd,)}
            0 0200 | 13 20261121| 13 ${__time(yyyyMMdd,)}
            0 1200 | 12 261121213000   | 12 ${__time(yyMMddHHmmss,)}
            0 2200 | 12 20261121213000 | 12 ${__time(yyyyMMddHHmmss,)}
            """)
    void shouldKeepTheFormAndTheLengthOfAValue(String mti, String line, String changed) {
        assertThat(after(mti + "\n" + line + "\n", ASCII)).isEqualTo(mti + "\n" + changed + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            0200 | 4  000000000000 | DE 4 (zero)
            0200 | 4  C00000010    | DE 4 (not made of digits alone)
            0200 | 4  ${AMOUNT}    | DE 4 (already varies)
            0200 | 4               | DE 4 (left out of the message)
            0200 | 11 0042         | DE 11 (has 4 characters, and ${__isoStan()} gives 6)
            0200 | 11 20260042     | DE 11 (has 8 characters, and ${__isoStan()} gives 6)
            0200 | 11:= atc key=K  | DE 11 (computed by a formula)
            0200 | 37 ABC          | DE 37 (has 3 characters, and ${__isoRrn()} gives 12)
            0200 | 7  112120300    | DE 7 (has 9 characters, which is no usual time or date)
            0200 | 12 250000       | DE 12 (no time or date of the form HHmmss)
            0200 | 13 1350         | DE 13 (no time or date of the form MMdd)
            1200 | 13 2612         | DE 13 (the effective date of the card since ISO 8583:1993)
            """)
    void shouldSayWhyAnElementIsLeftAlone(String mti, String line, String reason) {
        String text = "0 " + mti + "\n" + line + "\n";

        VariedTemplate varied = varied(text, ASCII);

        assertThat(varied.edit().changesNothing()).isTrue();
        assertThat(varied.sentence())
                .startsWith("No element was changed. Left alone: ")
                .contains(reason);
    }

    @Test
    void shouldGatherWhatIsLeftAloneForOneReason() {
        assertThat(varied("0 0800\n7 1121203000\n11 000042\n70 301\n", ASCII).sentence())
                .isEqualTo(
                        "DE 7, 11 vary now from message to message. Left alone: DE 4, 12, 13, 37 (not in the message).");
    }

    @Test
    void shouldSayThatAnElementIsInheritedWhenItIs() {
        assertThat(VariedTemplate.of(TemplateDraft.of("0 0200\n"), Optional.of(ASCII), Set.of(11))
                        .sentence())
                .contains("DE 11 (inherited: change it there)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hex ${CAPTURED} | known in a test run alone, as the captured message holds an expression
            hex 30323030    | cannot be found:
            hex 0G          | cannot be found:
            """)
    void shouldChangeNothingWhenTheCapturedMessageCannotBeRead(String hex, String reason) {
        VariedTemplate varied = varied(hex + "\n", ASCII);

        assertThat(varied.edit().changesNothing()).isTrue();
        assertThat(varied.sentence()).contains("Left alone: DE 4, 7, 11, 12, 13, 37 (" + reason);
    }

    @Test
    void shouldChangeNothingWhenThereIsNoPackagerForACapturedMessage() {
        assertThat(varied("hex 30323030\n", null).sentence()).contains("(cannot be found without a packager)");
    }
}

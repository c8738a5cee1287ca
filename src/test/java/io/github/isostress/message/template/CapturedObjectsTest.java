package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.bytes;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import java.nio.file.Path;
import org.apache.commons.lang3.ArrayUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data objects of a captured message, with whatever filling and lengths it has. */
class CapturedObjectsTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final IsoPackager EMV = Packagers.find("p.xml", CASES.resolve("17-emv-padding-and-lengths")::resolve)
            .orElseThrow();
    private static final IsoPackager OWN = OwnPackager.withObjects();
    private static final String HEAD = "0100 0020000000000200 000001 ";

    private static String captured(String objects) {
        int length = objects.replace(" ", "").length() / 2;
        return (HEAD + "%02X".formatted(length) + objects).replace(" ", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9F0206000000001000 9F3704AABBCCDD 000000",
                "FFFF 9F0206000000001000 9F3704AABBCCDD 00",
                "9F0206000000001000 00FF00 9F3704AABBCCDD",
                "9F028106000000001000 9F3704AABBCCDD",
                "9F0282000600 0000001000 9F378104AABBCCDD",
                "9F02830000060 00000001000 9F378400000004AABBCCDD"
            })
    void shouldKeepFillingAndLengthsWhenOneTagIsReplaced(String objects) throws Exception {
        DecodedMessage message = decode(EMV, bytes(captured(objects)));
        assertThat(value(message, "55.9F02")).isEqualTo("000000001000");
        assertThat(value(message, "55.9F37")).isEqualTo("AABBCCDD");

        assertThat(hex(message(EMV, "hex " + captured(objects), "55.9F37 01020304")))
                .isEqualTo(captured(objects).replace("AABBCCDD", "01020304"));
    }

    @ParameterizedTest
    @CsvSource({
        "9F36020001 0000, 55.9F37 0102, 9F36020001 9F37020102 0000",
        "E1059F36020001 00, 55.E1.9F37 0102, E10A9F36020001 9F37020102 00",
        "E1059F36020001 00, 55.E1.E2.9F37 0102, E10C9F36020001 E205 9F37020102 00",
        "E181059F36020001, 55.E1.9F36 00020003, E181079F360400020003",
        "E1089F3602000195 0111, 55.E1.9F36, E10395 0111",
        "9F36020001 E1059F36020002, 55.9F36 0009, 9F36020009 E1059F36020002",
        "9F36020001 9F36020002, 55.9F36 0009, 9F36020009 9F36020002",
        "E103950111 E1059F36020002, 55.E1.9F36 0009, E103950111 E1059F36020009",
        "00 9F36020001 00, 55.9F36 , ''"
    })
    void shouldChangeOneObjectAndTheLengthsAroundItWhenLineNamesIt(String before, String line, String after)
            throws Exception {
        String expected = after.isEmpty() ? "01000020000000000000000001" : captured(after);

        assertThat(hex(message(EMV, "hex " + captured(before), line))).isEqualTo(expected);
    }

    @Test
    void shouldLengthenTheFieldWhenTheLengthHasNoRoomInIt() throws Exception {
        String value = "AB".repeat(130);

        assertThat(hex(message(EMV, "hex " + captured("E1039F3600 00"), "55.E1.9F36 " + value)))
                .isEqualTo(captured("E18186" + "9F368182" + value + " 00"));
    }

    @Test
    void shouldWriteTemplatesWhenTagsAreGivenInThem() throws Exception {
        assertThat(hex(message(EMV, "0 0100", "55.70.5A 4761739001010119", "55.70.E1.95 00", "55.9C 01")))
                .endsWith("14" + "700F" + "5A084761739001010119" + "E103950100" + "9C0101");
    }

    @Test
    void shouldWriteObjectsIntoAPartWhenItsPathGoesOn() throws Exception {
        String[] lines = {"48.1 KIND", "48.2.9F36 0001", "48.3.E1.95 00", "48.4.01.9C 01", "48.5 TAIL"};

        DecodedMessage message = decode(OWN, message(OWN, ArrayUtils.insert(0, lines, "0 0200")));

        assertThat(value(message, "48.2")).isEqualTo("9F36020001");
        assertThat(value(message, "48.3")).isEqualTo("E103950100");
        assertThat(value(message, "48.4")).isEqualTo("0100039C0101");
    }

    @Test
    void shouldKeepLowerCaseDigitsWhenObjectsAreWrittenInThem() throws Exception {
        byte[] before = message(OWN, "0 0200", "60 9f3602abcd9f37040a0b0c0d  ");

        assertThat(message(OWN, "hex " + hex(before), "60.9F36 00EF"))
                .isEqualTo(message(OWN, "0 0200", "60 9f360200ef9f37040a0b0c0d  "));
    }

    @Test
    void shouldFindATagThatBeginsWithFfWhenItCannotBeFilling() throws Exception {
        DecodedMessage message = decode(EMV, bytes(captured("FF8105 07 9F36020001 9500")));

        assertThat(value(message, "55.FF8105.9F36")).isEqualTo("0001");
    }
}

package io.github.isostress.message.tlv;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;
import static io.github.isostress.message.support.Messages.bytes;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.DescribedElement;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.describe.ShownValue;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.ObjectPlace;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import io.github.isostress.message.template.MessageTemplate;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BER-TLV inside data sets, as Visa has it: an identifier of one byte, a length of two, tags. */
class DataSetTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final IsoPackager VISA = Packagers.find("p.xml", CASES.resolve("18-visa-de55-dataset")::resolve)
            .orElseThrow();
    private static final IsoPackager OWN = OwnPackager.withObjects();
    private static final String HEAD = "0100 0020000000000200 000001 ";
    private static final String OBJECTS = "9F36020001 9F3704AABBCCDD";

    private static String withoutBlanks(String hex) {
        return hex.replace(" ", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0F 01 000C " + OBJECTS, "11 01 000C " + OBJECTS + " 0000", "11 01 000C " + OBJECTS + "FFFF"})
    void shouldFindTagsWhenTheyAreInADataSet(String element) throws Exception {
        DecodedMessage message = decode(VISA, bytes(HEAD + element));

        assertThat(value(message, "55.9F36")).isEqualTo("0001");
        assertThat(value(message, "55.01.9F37")).isEqualTo("AABBCCDD");
        assertThat(value(message, "55.01")).isEqualTo(withoutBlanks(OBJECTS));
        assertThat(value(message, "55.02.9F37")).isNull();
        assertThat(message.tags(55)).extracting(ElementPath::toString).containsExactly("55.01.9F36", "55.01.9F37");
    }

    @Test
    void shouldFindTheFirstOfATagWhenSeveralDataSetsHaveIt() throws Exception {
        DecodedMessage message = decode(VISA, bytes(HEAD + "17 01 0005 9F36020001 02 000C 9F36020002 9F3704AABBCCDD"));

        assertThat(value(message, "55.9F36")).isEqualTo("0001");
        assertThat(value(message, "55.02.9F36")).isEqualTo("0002");
        assertThat(value(message, "55.9F37")).isEqualTo("AABBCCDD");
    }

    @Test
    void shouldShowTheDataSetAsAPartWithTagsByNameWhenDescribed() throws Exception {
        byte[] frame = bytes("0014" + HEAD + "0F 01 000C " + OBJECTS);

        List<DescribedElement> lines = MessageDescriber.masked(
                        frame, 2, decode(VISA, Arrays.copyOfRange(frame, 2, frame.length)))
                .elements();

        assertThat(lines.subList(lines.size() - 4, lines.size()))
                .containsExactly(
                        new DescribedElement(0, "DE 55", "DE 55", "", "", 15, 31),
                        new DescribedElement(1, "01", "Data set", "", "", 16, 31),
                        new DescribedElement(2, "9F36", "Application Transaction Counter (ATC)", "0001", "", 19, 24),
                        new DescribedElement(2, "9F37", "Unpredictable Number", "AABBCCDD", "", 24, 31));
    }

    @Test
    void shouldTellTheValueWhenAnAssertionFailsOnATagInADataSet() throws Exception {
        DecodedMessage message = decode(VISA, bytes(HEAD + "0F 01 000C " + OBJECTS));

        assertThat(ShownValue.of(message, ElementPath.parse("55.9F36"))).contains("0001");
        assertThat(ShownValue.of(message, ElementPath.parse("55.01.9F36"))).contains("0001");
    }

    @ParameterizedTest
    @CsvSource({
        "55.9F37 01020304, 0F01000C 9F36020001 9F370401020304",
        "55.01.9F37 0102, 0D01000A 9F36020001 9F37020102",
        "55.9F37, 080100059F36020001",
        "55.95 0000008000, 16010013 9F36020001 9F3704AABBCCDD 95050000008000",
        "55.02.9F36 0002, 1701000C 9F36020001 9F3704AABBCCDD 0200059F36020002"
    })
    void shouldChangeTheTagAndTheLengthAroundItWhenMessageIsCaptured(String line, String element) throws Exception {
        assertThat(hex(message(VISA, "hex " + HEAD + "0F 01 000C " + OBJECTS, line)))
                .isEqualTo(withoutBlanks(HEAD + element));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "IC_CARD_DATA",
                "PACKAGER_OF_OBJECTS",
                "PACKAGER_OF_ASCII_DIGITS",
                "PACKAGER_OF_EBCDIC_DIGITS",
                "PRIVATE_BYTES"
            })
    void shouldWriteTheDataSetWhenTagsAreGivenWithItsNumber(ObjectPlace place) throws Exception {
        byte[] captured = place.message(bytes("01 000C " + OBJECTS + "02 0005 9F36020002"));
        String[] lines = {
            place.path() + ".01.9F36 0001", place.path() + ".01.9F37 AABBCCDD", place.path() + ".02.9F36 0002"
        };

        byte[] built =
                message(OWN, "0 0200", "11 000001", "39 00", lines[0], lines[1], lines[2], "128 0102030405060708");

        assertThat(hex(built)).isEqualTo(hex(captured));
    }

    @Test
    void shouldSendTheBytesWhenTheElementIsGivenAsAWhole() throws Exception {
        assertThat(hex(message(VISA, "0 0100", "11 000001", "55 01000C9F360200019F3704AABBCCDD")))
                .endsWith("0F01000C9F360200019F3704AABBCCDD");
    }

    @Test
    void shouldWriteNoDataSetWhenTagsAreGivenAlone() throws Exception {
        assertThat(hex(message(VISA, "0 0100", "11 000001", "55.9F36 0001"))).endsWith("059F36020001");
    }

    @Test
    void shouldLeaveTheElementOutWhenAllTagsOfItsDataSetsComeOutEmpty() throws Exception {
        MessageTemplate template =
                Messages.template(VISA, new Variables().with("ATC", ""), "0 0100", "11 000001", "55.01.9F36 ${ATC}");

        assertThat(template.fill().bytes()).isEqualTo(message(VISA, "0 0100", "11 000001"));
    }

    @Test
    void shouldReadTagsAloneWhenBytesAreDataObjectsByEmvsTags() throws Exception {
        String padding = "DF0181FA" + "00".repeat(0xFA);
        DecodedMessage message = decode(OWN, message(OWN, "0 0200", "55 9C01FE" + padding));

        assertThat(value(message, "55.9C")).isEqualTo("FE");
    }

    @Test
    void shouldReadTheDataSetWhenItsLengthPassesForATagToo() throws Exception {
        String objects = "9F3704AABBCCDD" + "DF0181F7" + "11".repeat(0xF7);
        DecodedMessage message = decode(OWN, message(OWN, "0 0200", "104 010102" + objects));

        assertThat(value(message, "104.01.9F37")).isEqualTo("AABBCCDD");
    }

    @Test
    void shouldRefuseWhenTagHasNoPlaceAmongSeveralDataSets() {
        assertThatRefusalOf(VISA, "hex " + HEAD + "10 01 0005 9F36020001 02 0005 9F36020002", "55.9F37 01020304")
                .isEqualTo("line 2, element 55.9F37: the element holds 2 data sets, and none has such a tag: "
                        + "name the data set in front of it, as in 55.01.9F36");
    }

    @Test
    void shouldRefuseWhenCapturedElementHasNoDataSets() {
        assertThatRefusalOf(VISA, "hex " + HEAD + "05 9F36020001", "55.01.9F37 01020304")
                .isEqualTo("line 2, element 55.01.9F37: the element holds no data sets, so none with the number 01");
    }

    @Test
    void shouldRefuseWhenOneTagIsInADataSetAndAnotherIsNot() {
        assertThatRefusalOf(VISA, "0 0100", "55.01.9F36 0001", "55.9F37 01020304")
                .isEqualTo("line 3, element 55.9F37: stands outside the data sets of other lines: "
                        + "give each tag its data set, as in 55.01.9F36");
    }
}

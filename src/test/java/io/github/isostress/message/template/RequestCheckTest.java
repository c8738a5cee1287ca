package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.CountingField;
import io.github.isostress.message.support.FieldClasses;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a message is refused that its packager would not read back, in words that say what to do. */
class RequestCheckTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final IsoPackager CMF = Packagers.builtIn("cmf");
    private static final IsoPackager WITH_HEADER = packager("33-packager-headerlength");
    private static final IsoPackager SHORT_BITMAP = packager("35-bitmap-of-8-and-de-70");
    private static final String ANNOUNCES_SECOND =
            "line 3, element 49: parts 1, 2, 3 are packed with a bitmap of 8 bytes,"
                    + " but packager cmf reads one of 16, since the bit of part 1 announces a second bitmap";
    private static final String CANNOT_ANNOUNCE = "line 3, element 70: packager p.xml cannot announce it: its bitmap,"
            + " IFB_BITMAP of length 8, is packed in 16 bytes and read back in 8";

    @TempDir
    Path folder;

    private static IsoPackager packager(String name) {
        return Packagers.find("p.xml", file -> CASES.resolve(name).resolve(file))
                .orElseThrow();
    }

    private static String lines(String name) throws Exception {
        return Files.readString(CASES.resolve(name));
    }

    private static Optional<String> shownWhileEdited(IsoPackager packager, String lines) {
        return MessageTemplate.problems(lines, Optional.of(packager), new Variables()).stream()
                .map(problem -> problem.line() + ": " + problem.rule())
                .findFirst();
    }

    @Test
    void shouldNameTheElementWhoseFirstPartTakesTheBitOfTheSecondBitmap() throws Exception {
        String lines = lines("01-cmf-de49-bit1/template.txt");

        assertThatRefusalOf(CMF, lines).isEqualTo(ANNOUNCES_SECOND);
        assertThat(shownWhileEdited(CMF, lines))
                .hasValueSatisfying(shown -> assertThat(shown)
                        .startsWith("3: ")
                        .endsWith(ANNOUNCES_SECOND.substring(ANNOUNCES_SECOND.indexOf("parts"))));
    }

    @Test
    void shouldRefuseItWhenItIsFilledWhereItsPartsAreVariable() {
        Variables variables = new Variables().with("RATE", "1234");

        assertThatRefusalOf(
                        CMF, variables, "0 2200", "11 000000000001", "49.1 1", "49.2 ${RATE}", "49.3 \"HIGH STREET\"")
                .isEqualTo(ANNOUNCES_SECOND);
    }

    @Test
    void shouldSayWhatToDoWhenThePackagerReadsAHeaderAndTheTemplateHasNone() throws Exception {
        String lines = lines("33-packager-headerlength/t.txt");

        assertThatRefusalOf(WITH_HEADER, lines)
                .isEqualTo("packager p.xml reads a header of 5 bytes in front of the MTI (headerLength), and a template"
                        + " without hex has none: begin with a captured message in a hex line, its header in front, or"
                        + " remove headerLength from the packager and have the framing send the header (header=)");
        assertThat(shownWhileEdited(WITH_HEADER, lines))
                .hasValueSatisfying(shown -> assertThat(shown).startsWith("1: packager p.xml reads a header"));
        assertThatRefusalOf(WITH_HEADER, new Variables().with("N", "000002"), "0 0800", "11 ${N}")
                .startsWith("packager p.xml reads a header");
    }

    @Test
    void shouldKeepTheHeaderOfACapturedMessage() throws Exception {
        assertThat(hex(message(WITH_HEADER, "hex 6000120034 30383030 0020000000000000 303030303032", "11 000009")))
                .isEqualTo("6000120034303830300020000000000000303030303039");
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "${CODE}"})
    void shouldRefuseAnElementThatAShortBitmapCannotAnnounce(String value) {
        assertThatRefusalOf(
                        SHORT_BITMAP,
                        new Variables().with("CODE", "301").with("N", "000001"),
                        "0 0800",
                        "11 ${N}",
                        "70 " + value)
                .isEqualTo(CANNOT_ANNOUNCE);
    }

    @Test
    void shouldFillWhatAShortBitmapCanAnnounceWhereTheOtherElementIsLeftOut() throws Exception {
        Variables variables = new Variables().with("CODE", "");
        MessageTemplate template = template(SHORT_BITMAP, variables, "0 0800", "11 000001", "70 ${CODE}");

        assertThat(hex(template.fill().bytes())).isEqualTo("303830300020000000000000303030303031");
        variables.with("CODE", "301");
        assertThatRefusalOf(SHORT_BITMAP, variables, "0 0800", "11 000001", "70 ${CODE}")
                .isEqualTo(CANNOT_ANNOUNCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hex 30383030 0020000000000000 303030303031", "hex ${CAPTURED}"})
    void shouldRefuseAnElementThatIsAddedToACapturedMessageWithAShortBitmap(String captured) {
        Variables variables = new Variables().with("CAPTURED", "30383030 0020000000000000 303030303031");

        assertThatRefusalOf(SHORT_BITMAP, variables, captured, "70 301")
                .startsWith("line 2, element 70: packager p.xml cannot announce it");
    }

    @Test
    void shouldRefusePartsWithoutABitmapWhenOneInFrontIsLeftOut() {
        assertThatRefusalOf(OwnPackager.withEverything(), "0 0200", "11 000001", "48.1 AB", "48.3 0012")
                .isEqualTo("line 3, element 48: parts 1, 3 are packed, and packager own.xml reads back 1, 2, 3: they"
                        + " follow each other without a bitmap, so none can be left out in front of another");
    }

    @Test
    void shouldSendACapturedMessageAloneWhateverItIs() throws Exception {
        assertThat(hex(message(SHORT_BITMAP, "hex DEADBEEF"))).isEqualTo("DEADBEEF");
    }

    @Test
    void shouldSendWhatCannotBeReadBackWhenThatIsNotAsked() throws Exception {
        assertThat(unchecked(SHORT_BITMAP, lines("35-bitmap-of-8-and-de-70/t.txt")))
                .isEqualTo(jpos(SHORT_BITMAP, "0=0800", "11=000001", "70=301"));
        assertThat(unchecked(WITH_HEADER, lines("33-packager-headerlength/t.txt")))
                .isEqualTo("303830300020000000000000303030303032");
        assertThat(unchecked(CMF, lines("01-cmf-de49-bit1/template.txt"))).startsWith("2200");
        assertThat(MessageTemplate.problems(
                        TemplateSource.only(lines("01-cmf-de49-bit1/template.txt")),
                        Optional.of(CMF),
                        new Variables(),
                        RequestCheck.NONE))
                .isEmpty();
    }

    private static String unchecked(IsoPackager packager, String lines) throws Exception {
        return hex(MessageTemplate.compile(
                        TemplateSource.only(lines), Optional.of(packager), new Variables(), RequestCheck.NONE)
                .fill()
                .bytes());
    }

    private static String jpos(IsoPackager packager, String... values) throws Exception {
        org.jpos.iso.ISOMsg message = new org.jpos.iso.ISOMsg();
        message.setPackager(packager);
        for (String value : values) {
            message.set(Integer.parseInt(value.split("=")[0]), value.split("=")[1]);
        }
        return hex(message.pack());
    }

    @Test
    void shouldReadBackTheFirstMessageOfEachCombinationOnly() throws Exception {
        IsoPackager packager = FieldClasses.packager(
                folder,
                "<isofield id=\"2\" length=\"9\" name=\"A\" class=\"" + CountingField.class.getName() + "\"/>"
                        + "<isofield id=\"3\" length=\"9\" name=\"B\" class=\"org.jpos.iso.IFA_LLCHAR\"/>");
        Variables variables = new Variables().with("A", "A").with("B", "");
        MessageTemplate template = template(packager, variables, "0 0200", "2 ${A}", "3 ${B}");
        template.fill();
        int before = CountingField.READINGS.get();

        for (int i = 0; i < 100; i++) {
            variables.with("B", i % 2 == 0 ? "B" : "");
            template.fill();
        }

        assertThat(CountingField.READINGS.get() - before)
                .as("with element 3, once")
                .isEqualTo(1);
    }

    @Test
    void shouldReadBackACaptureThatChangesOnceForEachCombination() throws Exception {
        IsoPackager packager = FieldClasses.packager(
                folder,
                "<isofield id=\"2\" length=\"9\" name=\"A\" class=\"" + CountingField.class.getName() + "\"/>"
                        + "<isofield id=\"3\" length=\"9\" name=\"B\" class=\"org.jpos.iso.IFA_LLCHAR\"/>");
        Variables variables = new Variables().with("CAPTURED", "30323030 4000000000000000 303141");
        MessageTemplate template = template(packager, variables, "hex ${CAPTURED}", "3 B");
        template.fill();
        int before = CountingField.READINGS.get();

        template.fill();

        assertThat(CountingField.READINGS.get() - before)
                .as("to take the capture apart")
                .isEqualTo(1);
    }
}

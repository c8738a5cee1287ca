package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.XmlPackager;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What text an element takes: what is sent is what jPOS packs, and reads back as it was typed. */
class ElementTextTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");

    @ParameterizedTest
    @CsvSource({
        "iso87ascii, 35, 4111111111111111D2512101123456",
        "iso87ascii, 35, 4111111111111111=2512101123456",
        "iso87binary, 35, 4111111111111111=2512101123456",
        "iso93ascii, 35, 4111111111111111D2512101123456",
        "iso87ascii, 28, C00001500",
        "iso87ascii, 30, D00000000",
        "iso87binary, 28, D00001500",
        "iso93binary, 97, C0000000000001500",
    })
    void shouldSendTracksAndAmountsAsJposDoesWhenTheirSignsAreInThem(String packager, String element, String value)
            throws Exception {
        assertSentAsJposDoes(Packagers.builtIn(packager), element, value);
    }

    @Test
    void shouldSendASignWhenTheAmountIsANumericElement() throws Exception {
        assertSentAsJposDoes(packager(28, 9, "IFA_NUMERIC"), "28", "D00001500");
        assertSentAsJposDoes(packager(97, 17, "IFE_NUMERIC"), "97", "C0000000000001500");
        assertSentAsJposDoes(packager(30, 9, "IFA_LLNUM"), "30", "C1500");
    }

    @Test
    void shouldPadBehindTheSignWhenAnAmountIsShort() throws Exception {
        assertThat(message(ASCII, "0 0200", "28 C1500")).isEqualTo(message(ASCII, "0 0200", "28 C00001500"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "28 00001500  | is an amount with a sign, and its value does not begin with C or D",
                "28 -00001500 | is an amount with a sign, and its value does not begin with C or D",
                "28 X00001500 | is an amount with a sign, and its value does not begin with C or D",
                "28 C         | has a sign and no digits",
                "28 C-0001500 | is numeric, and character 2 of its value is no digit",
                "11 00=001    | is numeric, and character 3 of its value is no digit",
                "11 D00001    | is numeric, and character 1 of its value is no digit",
                "4 C00001500  | is numeric, and character 1 of its value is no digit",
                "2 4761D25    | is numeric, and character 5 of its value is no digit",
                "35 4761^25   | is numeric, and character 5 of its value is no digit",
            })
    void shouldRefuseWhenAnElementOfDigitsHoldsOtherSigns(String line, String rule) {
        assertThatRefusalOf(ASCII, "0 0200", line).isEqualTo("line 2, element " + line.split(" ")[0] + ": " + rule);
    }

    @Test
    void shouldSayWhatToWriteWhenBcdHasNoNibbleForTheLetter() throws Exception {
        assertThatRefusalOf(Packagers.builtIn("iso87binary"), "0 0200", "35 4111111111111111D25121")
                .endsWith("is numeric, and character 17 of its value is no digit (in a track, write = for D)");
        assertThatRefusalOf(packager(28, 9, "IFB_NUMERIC"), "0 0200", "28 D00001500")
                .endsWith("is numeric, and character 1 of its value is no digit");
        assertThatRefusalOf(packager(28, 9, "IFA_NUMERIC"), "0 0200", "28 D1500")
                .endsWith("has 5 of 9 characters: zeros would be put in front of its sign, so write all of them");
    }

    /** Each class of jPOS that holds text and can be a data element by itself. */
    static Stream<String> textClasses() throws Exception {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(
                ISOMsg.class.getProtectionDomain().getCodeSource().getLocation().getPath())) {
            jar.stream()
                    .map(entry -> entry.getName().replace('/', '.').replaceAll("\\.class$", ""))
                    .filter(name -> name.matches("org\\.jpos\\.iso\\.IF[A-Z]*_\\w+"))
                    .filter(ElementTextTest::holdsText)
                    .forEach(names::add);
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(60);
        return names.stream().map(name -> name.substring("org.jpos.iso.".length()));
    }

    private static boolean holdsText(String name) {
        try {
            ISOFieldPackager packager = (ISOFieldPackager)
                    Class.forName(name).getDeclaredConstructor().newInstance();
            return !(packager instanceof ISOBitMapPackager)
                    && !(packager.createComponent(2) instanceof ISOBinaryField)
                    && !name.matches(".*(_NOP|_UNUSED|TBASE|_TT.*|TCHAR|_AMOUNT2003)");
        } catch (ReflectiveOperationException | ClassCastException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("textClasses")
    void shouldSendEachCharacterAsItReadsBackOrRefuseIt(String type) throws Exception {
        IsoPackager packager = packager(60, type.endsWith("_TCC") ? 1 : 6, type);
        int sent = 0;
        for (char character = ' '; character <= 0xFF; character++) {
            String value = type.endsWith("_TCC")
                    ? "" + character
                    : type.endsWith("_AMOUNT") ? "C1" + character + "111" : "11" + character + "111";
            if (character == 0x7F || character >= 0x80 && character < 0xA0) {
                continue;
            }
            byte[] message;
            try {
                message = message(packager, "0 0200", "60 " + QuotedValue.quote(value));
            } catch (FailureException refusal) {
                assertThat(refusal).hasMessageStartingWith("line 2, element 60: ");
                continue;
            }
            assertThat(message).isEqualTo(packedByJpos(packager, "60", value));
            assertThat(value(decode(packager, message), "60"))
                    .as("%s, U+%04X", type, (int) character)
                    .isEqualTo(value);
            sent++;
        }
        assertThat(sent).as("characters that were sent").isGreaterThanOrEqualTo(10);
    }

    private static void assertSentAsJposDoes(IsoPackager packager, String element, String value) throws Exception {
        byte[] message = message(packager, "0 0200", element + " " + value);

        assertThat(message).isEqualTo(packedByJpos(packager, element, value));
        assertThat(value(decode(packager, message), element)).isEqualTo(value);
    }

    private static byte[] packedByJpos(IsoPackager packager, String element, String value) throws ISOException {
        ISOMsg message = new ISOMsg("0200");
        message.setPackager(packager);
        message.set(element, value);
        return message.pack();
    }

    private static IsoPackager packager(int element, int length, String type) throws ISOException {
        String field = "<isofield id=\"%d\" length=\"%d\" name=\"DE %1$d\" class=\"org.jpos.iso.%s\"/>";
        String xml = "<!DOCTYPE isopackager PUBLIC \"-//jPOS/jPOS Generic Packager DTD 1.0//EN\""
                + " \"http://jpos.org/dtd/generic-packager-1.0.dtd\"><isopackager>"
                + field.formatted(0, 4, "IFA_NUMERIC")
                + field.formatted(1, 16, "IFA_BITMAP")
                + field.formatted(element, length, type)
                + "</isopackager>";
        return XmlPackager.of(type, xml);
    }
}

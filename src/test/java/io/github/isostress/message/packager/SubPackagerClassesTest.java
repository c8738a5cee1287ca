package io.github.isostress.message.packager;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.ElementDescription;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jpos.iso.ISOBasePackager;
import org.jpos.tlv.packager.bertlv.BERTLVPackager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every class of jPOS that a packager file can name for the parts of an element, with parts of each shape it can have.
 */
class SubPackagerClassesTest {
    /** jPOS refuses to make them: elements of their own are longer than it allows. */
    private static final Set<String> NEVER_MADE = Set.of("VAPSMSPackager", "VAPVIPPackager");
    /** It writes a number before each part, which it does not read. */
    private static final Set<String> NEVER_READ_BACK = Set.of("CTCSubElementPackager");

    @TempDir
    Path folder;

    /**
     * Parts of an element, and lines that set them.
     *
     * @param attributes of the element's definition
     * @param parts number, class, token
     */
    private record Shape(String outer, String attributes, List<String> parts, List<String> lines, String replaced) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape(
                    "IFA_LLLCHAR",
                    "emitBitmap='false' firstField='0'",
                    List.of("0 IFA_LLCHAR", "1 IFA_LLCHAR", "2 IFA_NUMERIC", "3 IFA_LLCHAR"),
                    List.of("48.0 A", "48.1 BB", "48.2 33", "48.3 DDDD"),
                    "48.1 XYZ"),
            new Shape(
                    "IFA_LLLCHAR",
                    "emitBitmap='true' bitmapField='1'",
                    List.of("0 IFA_LLCHAR", "1 IFA_BITMAP", "2 IFA_LLCHAR", "3 IFA_LLCHAR", "5 IFA_LLCHAR"),
                    List.of("48.0 A", "48.2 BB", "48.5 33"),
                    "48.2 XYZ"),
            new Shape(
                    "IFB_LLLBINARY",
                    "emitBitmap='true' bitmapField='0' firstField='1'",
                    List.of("0 IFB_BITMAP", "2 IFB_LLCHAR", "3 IFB_LLCHAR", "5 IFB_LLBINARY"),
                    List.of("48.2 A", "48.3 BB", "48.5 CAFE"),
                    "48.3 XYZ"),
            new Shape(
                    "IFA_LLLCHAR",
                    "",
                    List.of("0 IF_CHAR", "61 IFEP_LLCHAR", "92 IFEP_LLCHAR"),
                    List.of("48.0 RRRR", "48.61 00001", "48.92 12"),
                    "48.61 9999999"),
            new Shape(
                    "IFA_LLLBINARY",
                    "",
                    List.of("0 IF_CHAR", "61 IFEMC_LLCHAR", "92 IFEMC_LLCHAR"),
                    List.of("48.0 RRRR", "48.61 00001", "48.92 12"),
                    "48.61 9999999"),
            new Shape(
                    "IFA_LLLBINARY",
                    "",
                    List.of("61 IFELPE_LLLCHAR", "92 IFELPE_LLLCHAR"),
                    List.of("48.61 00001", "48.92 12"),
                    "48.61 9999999"),
            new Shape(
                    "IFA_LLLBINARY",
                    "",
                    List.of("61 IFEPE_LLCHAR", "92 IFEPE_LLCHAR"),
                    List.of("48.61 00001", "48.92 12"),
                    "48.61 9999999"),
            new Shape(
                    "IFA_LLLBINARY",
                    "",
                    List.of("61 IFEB_LLNUM", "92 IFEB_LLNUM"),
                    List.of("48.61 1234", "48.92 12"),
                    "48.61 999999"),
            new Shape(
                    "IFA_LLLCHAR",
                    "token='0000' emitBitmap='false'",
                    List.of("0 IFA_LLCHAR", "1 IFTA_LLLCHAR ####", "2 IFTA_LLLNUM 0012", "3 IFTA_LLLCHAR 0023"),
                    List.of("48.0 A", "48.0023 CT1", "48.12 77", "48.0122 T"),
                    "48.23 LONGER"),
            new Shape(
                    "IFB_LLLHBINARY",
                    "token='0000' emitBitmap='false'",
                    List.of("1 IFTB_LLBINARY 0012", "2 IFTB_LLBINARY 00A3"),
                    List.of("48.0012 CAFE", "48.A3 77"),
                    "48.0012 ABCDEF"),
            new Shape(
                    "IFA_LLLBINARY",
                    "emitBitmap='false' tagMapper='org.jpos.iso.packager.TTDecimalTagMapper' tagSize='2' lenSize='2'",
                    List.of("0 IF_NOP", "1 IFA_TTLLCHAR", "2 IFA_TTLLBINARY"),
                    List.of("48.1 AB", "48.02 CAFE"),
                    "48.01 LONGER"));

    static Stream<Class<?>> classes() throws IOException, ClassNotFoundException {
        URL place = ISOBasePackager.class.getResource("ISOBasePackager.class");
        List<Class<?>> found = new ArrayList<>();
        for (var entry : Collections.list(
                ((JarURLConnection) place.openConnection()).getJarFile().entries())) {
            if (entry.getName().matches("org/jpos/(iso|tlv)/packager/.*\\.class")) {
                Class<?> type = Class.forName(
                        entry.getName().replace('/', '.').replace(".class", ""),
                        false,
                        ISOBasePackager.class.getClassLoader());
                if (ISOBasePackager.class.isAssignableFrom(type)
                        && !BERTLVPackager.class.isAssignableFrom(type)
                        && isMade(type)) {
                    found.add(type);
                }
            }
        }
        return found.stream();
    }

    private static boolean isMade(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && Modifier.isPublic(type.getModifiers())
                && Stream.of(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    @Test
    void shouldFindThemAll() throws Exception {
        assertThat(classes())
                .hasSizeGreaterThan(20)
                .anyMatch(type -> type.getSimpleName().startsWith("Euro"));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void shouldSetShowExtractAndReplacePartsWhateverTheClass(Class<?> type) throws Exception {
        int suited = 0;
        for (Shape shape : SHAPES) {
            IsoPackager packager = packager(type, shape);
            if (packager != null && isReadBack(packager, shape)) {
                assertEachPartIsItself(packager, shape);
                assertOthersStay(packager, shape);
                suited++;
            }
        }
        if (!NEVER_MADE.contains(type.getSimpleName()) && !NEVER_READ_BACK.contains(type.getSimpleName())) {
            assertThat(suited).as("shapes of parts that suit").isPositive();
        }
    }

    private IsoPackager packager(Class<?> type, Shape shape) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE isopackager PUBLIC "
                + "'-//jPOS/jPOS Generic Packager DTD 1.0//EN' 'http://jpos.org/dtd/generic-packager-1.0.dtd'>"
                + "<isopackager><isofield id='0' length='4' name='MTI' class='org.jpos.iso.IFA_NUMERIC'/>"
                + "<isofield id='1' length='16' name='BITMAP' class='org.jpos.iso.IFA_BITMAP'/>"
                + "<isofield id='11' length='6' name='STAN' class='org.jpos.iso.IFA_NUMERIC'/>"
                + "<isofieldpackager id='48' length='999' name='PARTS' class='org.jpos.iso." + shape.outer()
                + "' packager='" + type.getName() + "' " + shape.attributes() + ">");
        for (String part : shape.parts()) {
            String[] words = part.split(" ");
            String inside = words[1].startsWith("IFT") ? "org.jpos.tlv.packager." : "org.jpos.iso.";
            int length = words[1].contains("BITMAP")
                    ? 16
                    : words[1].equals("IF_CHAR") ? 4 : words[1].equals("IFA_NUMERIC") ? 2 : 99;
            xml.append("<isofield id='" + words[0] + "' length='" + length + "' name='PART' class='" + inside + words[1]
                    + (words.length > 2 ? "' token='" + words[2] : "") + "'/>");
        }
        Path file = folder.resolve(type.getSimpleName() + SHAPES.indexOf(shape) + ".xml");
        Files.writeString(file, xml.append("</isofieldpackager></isopackager>"));
        try {
            return Packagers.find(file.toString(), Path::of).orElseThrow();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String[] lines(Shape shape) {
        return Stream.concat(Stream.of("0 0200", "11 000001"), shape.lines().stream())
                .toArray(String[]::new);
    }

    private static boolean isReadBack(IsoPackager packager, Shape shape) {
        try {
            DecodedMessage read = decode(packager, message(packager, lines(shape)));
            return shape.lines().stream().allMatch(line -> valueOf(line).equals(value(read, pathOf(line))));
        } catch (FailureException | RuntimeException e) {
            return false;
        }
    }

    private static String pathOf(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static String valueOf(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private static void assertEachPartIsItself(IsoPackager packager, Shape shape) throws Exception {
        DecodedMessage read = decode(packager, message(packager, lines(shape)));
        ElementDescription shown = ElementDescription.of(read, 48).orElseThrow();

        assertThat(shown.lines()).hasSize(shape.lines().size() + 1);
        for (String line : shape.lines()) {
            assertThat(shown.shown(ElementPath.parse(pathOf(line)))).as(line).contains(valueOf(line));
        }
    }

    private static void assertOthersStay(IsoPackager packager, Shape shape) throws Exception {
        byte[] captured = message(packager, lines(shape));
        DecodedMessage after = decode(packager, message(packager, "hex " + hex(captured), shape.replaced()));

        for (String line : shape.lines()) {
            boolean replaced = decode(packager, captured)
                    .value(ElementPath.parse(pathOf(line)))
                    .equals(decode(packager, captured).value(ElementPath.parse(pathOf(shape.replaced()))));
            assertThat(value(after, pathOf(line))).as(line).isEqualTo(valueOf(replaced ? shape.replaced() : line));
        }
        assertThat(message(
                        packager,
                        "hex " + hex(captured),
                        pathOf(shape.replaced()) + " " + value(decode(packager, captured), pathOf(shape.replaced()))))
                .isEqualTo(captured);
    }
}

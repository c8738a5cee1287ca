package io.github.isostress.message.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.describe.ShownValue;
import io.github.isostress.message.support.FieldClasses;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.WritingBitmap;
import io.github.isostress.message.support.WritingField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a message is looked at, its bytes stay as they are, and a value is the same each time it is read. */
class UntouchedBytesTest {
    private static final int LENGTH = 6;
    private static final int READINGS = 16;
    private static final String WHOLE = "class=\"org.jpos.iso.IFA_LLLBINARY\"";
    private static final List<String> VALUES = List.of("-12345", "12345", "C00012", "AB CD", "1", "F1F2F3F4F5D6");
    /** As an element with what jPOS can ask of it, a part, the whole of parts, a part of a part. */
    private static final List<String> ARRANGEMENTS = List.of(
            field(2),
            field(2).replace("/>", " pad=\"true\" trim=\"true\"/>"),
            composite(2, WHOLE, field(1) + field(2)),
            composite(2, "%s", "<isofield id=\"1\" length=\"1\" name=\"P\" class=\"org.jpos.iso.IF_CHAR\"/>"),
            composite(2, WHOLE, composite(1, WHOLE, field(1))));

    private static String field(int id) {
        return "<isofield id=\"" + id + "\" length=\"" + LENGTH + "\" name=\"X\" %s/>";
    }

    private static String composite(int id, String whole, String parts) {
        return "<isofieldpackager id=\"" + id + "\" length=\"%d\" name=\"X\" " + whole
                + " emitBitmap=\"false\" packager=\"org.jpos.iso.packager.GenericSubFieldPackager\">" + parts
                + "</isofieldpackager>";
    }

    static Stream<String> fieldClasses() {
        return Stream.concat(FieldClasses.ofElements().stream(), Stream.of(WritingField.class.getName()));
    }

    @ParameterizedTest
    @MethodSource("fieldClasses")
    void shouldLeaveTheBytesAloneWhateverReadsThem(String fieldClass, @TempDir Path folder) throws Exception {
        Random random = new Random(fieldClass.hashCode());
        for (String arrangement : ARRANGEMENTS) {
            IsoPackager packager = FieldClasses.packager(
                    folder,
                    arrangement
                                    .replace("%s", FieldClasses.named(fieldClass))
                                    .replace("%d", "" + FieldClasses.longest(fieldClass))
                            + "<isofield id=\"11\" length=\"6\" name=\"STAN\" class=\"org.jpos.iso.IFA_NUMERIC\"/>");
            List<byte[]> contents = contents(packager.getFieldPackager(2), random);
            for (byte[] content : contents) {
                assertUntouched(packager, message(content));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bitmapClasses")
    void shouldLeaveTheBytesAloneWhateverReadsTheBitmap(String bitmapClass, @TempDir Path folder) throws Exception {
        IsoPackager packager = FieldClasses.packager(
                folder,
                bitmapClass,
                "<isofield id=\"11\" length=\"6\" name=\"STAN\" class=\"org.jpos.iso.IFA_NUMERIC\"/>");

        byte[] written = Messages.message(packager, "0 0800", "11 000002");

        assertUntouched(packager, written);
        assertThat(Messages.value(Messages.decode(packager, written), "11")).isEqualTo("000002");
    }

    static Stream<String> bitmapClasses() {
        return Stream.of(
                "org.jpos.iso.IFA_BITMAP",
                "org.jpos.iso.IFB_BITMAP",
                "org.jpos.iso.IFE_BITMAP",
                WritingBitmap.class.getName());
    }

    private static byte[] message(byte[] content) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes("0200".getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(Messages.bytes("4020000000000000"));
        message.writeBytes(content);
        message.writeBytes("000002".getBytes(StandardCharsets.US_ASCII));
        return message.toByteArray();
    }

    /** What the field packager itself packs, if anything, and bytes that it may or may not read. */
    private static List<byte[]> contents(ISOFieldPackager format, Random random) {
        List<byte[]> contents = new ArrayList<>();
        for (String value : VALUES) {
            Stream.of(new ISOField(2, value), new ISOBinaryField(2, value.getBytes(StandardCharsets.US_ASCII)))
                    .forEach(component -> packed(format, component).ifPresent(contents::add));
        }
        for (int i = 0; i < READINGS; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) (i % 4 == 0 ? random.nextInt() : (i % 2 == 0 ? 0xD0 : '0') + random.nextInt(10));
            }
            contents.add(bytes);
            contents.add(concat("006".getBytes(StandardCharsets.US_ASCII), bytes));
        }
        contents.add(Messages.bytes("F1F2F3F4F5D6"));
        contents.add(concat("012".getBytes(StandardCharsets.US_ASCII), Messages.bytes("F1F2F3F4F5D6F1F2F3F4F5D6")));
        contents.add(concat("009006".getBytes(StandardCharsets.US_ASCII), Messages.bytes("F1F2F3F4F5D6")));
        return contents;
    }

    private static byte[] concat(byte[] start, byte[] end) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(start);
        both.writeBytes(end);
        return both.toByteArray();
    }

    private static Optional<byte[]> packed(ISOFieldPackager format, ISOComponent component) {
        try {
            return Optional.of(format.pack(component));
        } catch (ISOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void assertUntouched(IsoPackager packager, byte[] bytes) throws Exception {
        byte[] given = bytes.clone();
        DecodedMessage message = read(packager, bytes);
        List<String> values = values(message);
        assertThat(bytes).as("decoded and its values read").isEqualTo(given);

        lookEverywhere(message, read(packager, bytes));

        assertThat(bytes).as("looked at everywhere").isEqualTo(given);
        assertThat(values(message)).isEqualTo(values);
        assertThat(values(read(packager, bytes))).isEqualTo(values);
    }

    private static DecodedMessage read(IsoPackager packager, byte[] bytes) {
        try {
            return Messages.decode(packager, bytes);
        } catch (FailureException e) {
            return new MessageDecoder(packager).decodeStart(bytes);
        }
    }

    private static List<String> values(DecodedMessage message) {
        return Stream.of("0", "2", "2.1", "2.2", "2.1.1", "11")
                .map(path -> path + "=" + message.value(ElementPath.parse(path)))
                .toList();
    }

    private static void lookEverywhere(DecodedMessage message, DecodedMessage again) throws ISOException {
        MessageDescriber.masked(message.bytes(), 0, message);
        MessageDescriber.maskedBytes(message.bytes(), 0, message);
        for (int element : message.elements()) {
            ElementPath path = new ElementPath(element, List.of());
            ShownValue.of(message, path);
            message.hasSameBytes(element, again);
            RememberedElement remembered = RememberedElement.of(message, path).orElse(null);
            if (remembered != null) {
                assertThat(remembered.isIn(again)).isTrue();
            }
        }
        ISOMsg fields = message.fields();
        fields.getChildren();
        try {
            ApprovedAnswer.to(again, message);
            ((ISOMsg) fields.clone()).pack();
        } catch (FailureException | ISOException | RuntimeException e) {
            // Not every message can be answered or packed again.
        }
    }
}

package io.github.isostress.draft;

import static io.github.isostress.draft.Imports.ASCII;
import static io.github.isostress.draft.Imports.BINARY;
import static io.github.isostress.draft.Imports.assertThatRefusalOf;
import static io.github.isostress.draft.Imports.bytes;
import static io.github.isostress.draft.Imports.filled;
import static io.github.isostress.draft.Imports.golden;
import static io.github.isostress.draft.Imports.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import java.util.HexFormat;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which people paste bytes: each is read to the byte, or refused. */
class ImportFormsTest {
    private static final String SHORT = "303830300020000000000000303030303032";

    static Stream<Arguments> formsAndStamps() {
        return PastedForms.FORMS.keySet().stream()
                .flatMap(form -> PastedForms.STAMPS.stream().map(stamp -> Arguments.of(form, stamp)));
    }

    @ParameterizedTest
    @MethodSource("formsAndStamps")
    void shouldGiveTheVeryBytesWhenAMessageIsPastedInOneOfTheForms(String form, String stamp) throws Exception {
        byte[] message = bytes(SHORT);
        byte[] purchase = bytes(golden("iso87ascii-purchase"));

        assertThat(imported(null, stamp + PastedForms.FORMS.get(form).apply(message)))
                .isEqualTo(message);
        assertThat(imported(ASCII, stamp + PastedForms.FORMS.get(form).apply(purchase)))
                .isEqualTo(purchase);
        assertThat(imported(BINARY, stamp + PastedForms.FORMS.get(form).apply(bytes("08000020000000000000000042"))))
                .isEqualTo(bytes("08000020000000000000000042"));
    }

    private static byte[] imported(IsoPackager packager, String pasted) throws Exception {
        return filled(packager, template(packager, pasted));
    }

    @Property(tries = 2_000)
    void shouldGiveTheVeryBytesOrRefuseWhenTheBytesAreAny(
            @ForAll("messages") byte[] message, @ForAll("forms") String form, @ForAll("stamps") String stamp)
            throws Exception {
        String template;
        try {
            template = template(null, stamp + PastedForms.FORMS.get(form).apply(message));
        } catch (IllegalArgumentException refusal) {
            return;
        }
        assertThat(filled(null, template))
                .as(stamp + PastedForms.FORMS.get(form).apply(message))
                .isEqualTo(message);
    }

    @Provide
    Arbitrary<byte[]> messages() {
        Arbitrary<Byte> any = Arbitraries.bytes();
        Arbitrary<Byte> digits = Arbitraries.bytes().between((byte) '0', (byte) '9');
        return Arbitraries.oneOf(any, digits, Arbitraries.of((byte) 0xBE, (byte) 0xAD, (byte) 0x12, (byte) 0x10))
                .array(byte[].class)
                .ofMinSize(10)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of(PastedForms.FORMS.keySet());
    }

    @Provide
    Arbitrary<String> stamps() {
        return Arbitraries.of(PastedForms.STAMPS);
    }

    /** Texts with two meanings, which the packager decides: the first is text, the second bytes. */
    @Test
    void shouldAskThePackagerWhenDigitsMayBeNumbers() throws Exception {
        byte[] message = bytes(SHORT.replace("0020000000000000", "30303230303030303030303030303030"));

        assertThat(imported(ASCII, "[" + PastedForms.joined(message, b -> b + " ") + "]"))
                .isEqualTo(message);
        assertThat(imported(ASCII, PastedForms.joined(message, b -> "00%6s ".formatted(Integer.toBinaryString(b)))))
                .isEqualTo(message);
        assertThat(imported(ASCII, "1771494000 " + HexFormat.of().formatHex(message)))
                .isEqualTo(message);
    }

    @Test
    void shouldRefuseWhenTwoMessagesStandInTwoLines() {
        assertThatRefusalOf(BINARY, "08000020000000000000000042\n08000020000000000000000042")
                .contains("follow the last element");
    }

    @Test
    void shouldJoinLiteralsWhenSourceCodeHasThemOnSeveralLines() throws Exception {
        byte[] message = bytes(SHORT);

        assertThat(imported(null, "\"\\x30\\x38\\x30\\x30\\x00\\x20\\x00\\x00\" \\\n\"\\x00\\x00\\x00\\x00000002\""))
                .isEqualTo(message);
        assertThat(imported(null, "data = (b'0800\\x00 \\x00\\x00'\n        b'\\x00\\x00\\x00\\x00000002')"))
                .isEqualTo(message);
        assertThat(imported(
                        null,
                        "\\x30\\x38\\x30\\x30\\x00\\x20\\x00\\x00\n\\x00\\x00\\x00\\x00\\x30\\x30\\x30\\x30\\x30\\x32"))
                .isEqualTo(message);
    }

    /** Python prints a message of digits and the digits of binascii.hexlify in one form. */
    @Test
    void shouldAskThePackagerWhenDigitsInALiteralMayBeTextOrBytes() throws Exception {
        assertThat(imported(ASCII, "b'08000020000000000000000002'")).asString().isEqualTo("08000020000000000000000002");
        assertThat(imported(BINARY, "b'08000020000000000000000002'")).isEqualTo(bytes("08000020000000000000000002"));
        assertThatRefusalOf(null, "b'08000020000000000000000002'").contains("two ways");
        assertThatRefusalOf(null, "[30, 38, 30, 30]").contains("two ways");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sent 18 " + SHORT,
                "sent 18 30 38 30 30 00 20 00 00 00 00 00 00 30 30 30 30 30 32",
                "the decade 30 38 30 30 00 20 00 00 00 00 00 00 30 30 30 30 30 32",
                "to be 30 38 30 30 00 20 00 00 00 00 00 00 30 30 30 30 30 32",
                "<Buffer 30 38 30 30 00 20 00 00 00 00 00 00 30 30 30 ... 3 more bytes>",
                "sent 3038303000200000000000|303030303032",
                "sent 3038303000200000000000303030 and 303030303032303030303030",
                "sent 3038303000200000000000303030\nsent also 30 30 30",
                "0800\\x80\\x20\\x00 02301",
                "'\\x30\\x38' and '\\x30\\x30'",
                "\"\\x30\\q\"",
                "\"\\x30\u00e4\"",
                "r'\\x30'",
                "[0x30, 300, 0x31]",
                "{0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30} {0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30}",
                "303 8",
                "m = '3038303000200000' + '00000000303030303032'",
                "m = b'0800\\x00 \\x00\\x00' 00000000303030303032",
                "b'0800\\x00 \\x00\\x00\\x00\\x00'\nb'0800\\x00 \\x00\\x00\\x00\\x00'",
                "b\"0800\\0 \\0\\0\\0\\0\\0\\0000002\"",
                "printf '\\x30\\0000'",
                "db 0x30, 0x38, 0x30, 0x30, 0x00, 0x20, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00",
                "00110000 00111000 00110000 00110000 00000000 00100000 00000000 00000000 00000000 00000000",
                "48 56 48 48 48 48 50 48 48 48 48 48",
                "[48 56 48 48 48 48 50 48 48 48 48 48]",
                "1771494000 " + SHORT,
                "sent " + SHORT + " (truncated)",
                "sent " + SHORT + " [truncated]",
                "sent " + SHORT + "<snip>",
                "sent " + SHORT + " +3 bytes",
                "sent " + SHORT + " 3 more",
                "sent " + SHORT + " etc.",
                "sent " + SHORT + "..",
                "[48, 56, 48, 48, 48, 48, 50, 48, 48, 48, 48, 48, ...]",
                "sent 303830300020 (..) 00000000303030303032",
                "sent 303830300020####00000000303030303032",
                "sent 303830300020xxxx00000000303030303032",
                "sent 30 38 30 30 XX XX XX 30 30 30 30 30 30 30 30 30 30 30",
                "sent 30 38 30 30 ?? ?? ?? 30 30 30 30 30 30 30 30 30 30 30",
                "sent 30 38 30 30 -- -- -- 30 30 30 30 30 30 30 30 30 30 30",
                "sent 30 38 30 30 3\uff10 30 30 30 30 30 30 30 30 30 30 30",
                SHORT + "\n" + SHORT,
                SHORT + "\n\n" + "30313030" + "0020000000000000303030303032",
                "10:57:18 " + SHORT + "\n10:57:19 " + SHORT,
                "2026-02-19 10:57:18,224 out " + SHORT + "\n2026-02-19 10:57:18,300 out " + SHORT,
                "MTI: 30383030\nbitmap: 0020000000000000\nDE 11: 30303030303030303032",
                "01 30 38 30 30 00 20 00 00\n02 00 00 00 00 30 30 30 30\n03 30 32",
                "0000 30 38 30 30 0800\n0004 30 30 30 30 0000\n0008 31 32 12",
                "30 38 30 30 31 32  080012\n30 32  02",
                "thread 12 0000  30 38 30 30 00 20 00 00 00 00 00 00 30 30 30 30  0800\nthread 12 0010  30 32  02",
            })
    void shouldRefuseWhenTheTextDoesNotTellItsBytes(String text) {
        assertThatRefusalOf(null, text).isNotBlank().doesNotContain("\n").hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a message", "0800 hello", "sent 0800", "https://example.org/"})
    void shouldNameTheFormsThatAreReadWhenTheTextIsOfNone(String text) {
        assertThatRefusalOf(ASCII, text)
                .endsWith(
                        "paste a hex dump, an array or a text in quotes with its escapes, jPOS <isomsg> XML, or JSON");
    }
}

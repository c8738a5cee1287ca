package io.github.isostress.draft;

import static io.github.isostress.draft.Imports.ASCII;
import static io.github.isostress.draft.Imports.BINARY;
import static io.github.isostress.draft.Imports.bytes;
import static io.github.isostress.draft.Imports.caseFile;
import static io.github.isostress.draft.Imports.filled;
import static io.github.isostress.draft.Imports.own;
import static io.github.isostress.draft.Imports.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the bytes of a dump become lines. */
class DumpImportTest {
    private static final String HEADER = "30 38 30 30 ";

    @Test
    void shouldGiveALineForEachTagWhenElementHoldsDataObjects() {
        assertThat(template(BINARY, "0200 0000000000000200 0018 9F0206000000001000 5F340101 9A03261121"))
                .isEqualTo("0 0200\n55.9F02 000000001000\n55.5F34 01\n55.9A 261121\n");
    }

    @Test
    void shouldKeepElementWholeWhenATagComesTwice() {
        assertThat(template(BINARY, "0200 0000000000000200 0006 9A0101 9A0102")).isEqualTo("0 0200\n55 9A01019A0102\n");
    }

    @Test
    void shouldGiveALineForEachPartWhenPackagerDefinesParts() throws Exception {
        IsoPackager own = own("own.xml");
        String lines = "0 0200\n48.1 AB\n48.2 ref\n48.3 0007\n127.2 key\n127.25.3 CAFE\n";

        assertThat(template(own, MessageExport.hex(filled(own, lines)))).isEqualTo(lines);
    }

    @Test
    void shouldKeepCapturedMessageWhenPaddingIsNotThePackagersOwn() throws Exception {
        String hex = "0200 4020000000000000 03 1F23 000042".replace(" ", "");

        String template = template(BINARY, hex);

        assertThat(template)
                .startsWith("# Kept as captured, as no values give the same bytes: element 2.\nhex ")
                .endsWith("\n0 0200\n11 000042\n");
        assertThat(filled(BINARY, template)).isEqualTo(bytes(hex));
    }

    @Test
    void shouldSayThatThereIsASecondBitmapWhenItIsEmpty() throws Exception {
        String hex = "0200 8020000000000000 0000000000000000 000042".replace(" ", "");

        String template = template(BINARY, hex);

        assertThat(template).isEqualTo("0 0200\n1 8000000000000000\n11 000042\n");
        assertThat(filled(BINARY, template)).isEqualTo(bytes(hex));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30383030 0020000000010000 303030303032 303030",
                "{\"0\":\"0800\",\"11\":\"000002\",\"48\":\"\"}",
                "<isomsg><field id=\"0\" value=\"0800\"/><field id=\"11\" value=\"000002\"/><field id=\"48\" value=\"\"/></isomsg>"
            })
    void shouldKeepAnElementPresentAndEmptyWhateverTheForm(String pasted) throws Exception {
        IsoPackager packager = caseFile("06-zero-length/p.xml");

        String template = template(packager, pasted);

        assertThat(template).isEqualTo("0 0800\n11 000002\n48 \"\"\n");
        assertThat(filled(packager, template)).isEqualTo(bytes("303830300020000000010000303030303032303030"));
    }

    @Test
    void shouldKeepPartsAndTagsPresentAndEmptyWhenTheyAre() throws Exception {
        IsoPackager own = own("own.xml");
        String lines = "0 0200\n48.1 AB\n48.2 \"\"\n48.3 0007\n";

        assertThat(template(own, MessageExport.hex(filled(own, lines)))).isEqualTo(lines);
    }

    @Test
    void shouldGiveALineForEachTaggedPartWhenPackagerDefinesASequence() throws Exception {
        IsoPackager packager = caseFile("11-pds-tagged-sequence/p.xml");
        String lines = "0 1644\n48.0122 T\n48.0023 CT1\n48.9999 ZZ\n";
        String twice = "0 1644\n48 0023001A0023001B\n";

        assertThat(template(packager, MessageExport.hex(filled(packager, lines))))
                .isEqualTo(lines);
        assertThat(template(packager, MessageExport.hex(filled(packager, twice))))
                .isEqualTo(twice);
    }

    @Test
    void shouldKeepCapturedMessageWhenPackagerHasAHeader() throws Exception {
        String hex = "6000010000 30323030 30303230303030303030303030303030 303030303432".replace(" ", "");

        String template = template(own("header.xml"), hex);

        assertThat(template).contains("in front of the elements").endsWith("\n0 0200\n11 000042\n");
        assertThat(filled(own("header.xml"), template)).isEqualTo(bytes(hex));
    }

    @Test
    void shouldNotMakeAnExpressionOfTheHostsDataWhenTheyLookLikeOne() throws Exception {
        String hex = "0800 0020000000010000 000042 0007 247B5F5F61287D".replace(" ", "");

        String template = template(BINARY, hex);

        assertThat(template)
                .doesNotContain("${")
                .startsWith("# Kept as captured")
                .contains("element 48.");
        assertThat(filled(BINARY, template)).isEqualTo(bytes(hex));
    }

    @Test
    void shouldKeepCapturedMessageWhenAValueHasALineBreak() throws Exception {
        String hex = "0800 0020000000010000 000042 0003 410A42".replace(" ", "");

        String template = template(BINARY, hex);

        assertThat(template).contains("element 48.").endsWith("\n0 0800\n11 000042\n");
        assertThat(filled(BINARY, template)).isEqualTo(bytes(hex));
    }

    @Test
    void shouldQuoteAValueWhenItLooksLikeBytes() throws Exception {
        assertThat(template(BINARY, "0800 0020000000010000 000042 0005 3132203334"))
                .isEqualTo("0 0800\n11 000042\n48 \"12 34\"\n");
    }

    @Test
    void shouldFillRowsWhenHexdumpLeavesEqualOnesOut() throws Exception {
        String template = template(
                null,
                "00000000  30 32 30 30 30 30 30 30  30 30 30 30 30 30 30 30  |0200000000000000|\n"
                        + "00000010  41 41 41 41 41 41 41 41  41 41 41 41 41 41 41 41  |AAAAAAAAAAAAAAAA|\n*\n"
                        + "00000040  42                                                |B|\n00000041\n");

        assertThat(filled(null, template)).hasSize(65).endsWith('A', 'A', 'B');
    }

    @Test
    void shouldTellAsciiFromBytesWhenItLooksLikeHex() throws Exception {
        assertThat(filled(null, template(null, "0000  34 33 20 34 32                                    43 42")))
                .isEqualTo(bytes("3433203432"));
    }

    @Test
    void shouldTakeStarsForTextWhenTheyStandInTheAsciiColumn() throws Exception {
        assertThat(filled(null, template(null, "0000  2A 2A 31  **1"))).isEqualTo(bytes("2A2A31"));
    }

    @Test
    void shouldTakeTheWholeWhenStrippedBytesCannotBeRead() throws Exception {
        String hex = "0800 0020000000000000 000042".replace(" ", "");

        assertThat(MessageImport.toTemplate(
                        hex, Optional.of(BINARY), bytes -> Arrays.copyOfRange(bytes, 5, bytes.length)))
                .isEqualTo("0 0800\n11 000042\n");
    }

    @Test
    void shouldPassOverTheByteOrderMarkWhenEditorWroteOne() {
        assertThat(template(ASCII, "\uFEFF" + HEADER + "30303230303030303030303030303030303030303432"))
                .isEqualTo("0 0800\n11 000042\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent 12 bytes: %s",
                "INFO out [ISO 8583] %s.",
                "byte[] b = ISOUtil.hex2byte(\"%s\");",
                "bytes.fromhex('%s')",
                "\"%s\"",
                "```\n%s\n```",
                "> %s"
            })
    void shouldTakeTheOnlyLongRunOfHexDigitsWhenThereAreWordsAroundIt(String words) {
        String hex = "0800822000000000000004000000000000000722101112000001";

        assertThat(template(null, words.formatted(hex))).isEqualTo(template(null, hex));
    }

    @Test
    void shouldTakeBytesOfAPythonLiteralWhenTheyAreEscaped() {
        assertThat(template(null, "b'\\x08\\x00\\x82'")).isEqualTo("hex 080082\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000 08 00 82 20 00 00 00 00 00 00 04 00 00 00 00 00\n0000020 07 22\n0000022\n",
                "000000 08 00 82 20 00 00 00 00 00 00 04 00 00 00 00 00\n000010 07 22\n000012\n",
                "[0000] 08 00 82 20 00 00 00 00 00 00 04 00 00 00 00 00\n[0010] 07 22\n",
                "12:10:11.123 [nio-1] DEBUG l - READ: 18B\n|00000000| 08 00 82 20 00 00 00 00 00 00 04 00 00 00 00 00 "
                        + "|... ............|\n|00000010| 07 22                                           "
                        + "|.\"              |\n",
                "READ: 108B\n0000\u00a0\u00a008 00 82 20 00 00 00 00 00 00 04 00 00 00 00 00\n0010  07 22\n",
                "<log>\n0000  08 00 82 20 00 00 00 00 00 00 04 00 00 00 00 00\n0010  07 22\n</log>"
            })
    void shouldLeaveOffsetsOutWhenAToolWritesThemItsOwnWay(String dump) {
        assertThat(template(null, dump)).isEqualTo("hex 0800822000000000 0000040000000000 0722\n");
    }

    @Test
    void shouldGiveALineForEachTagWhenPackagerTakesDataObjectsForText() {
        String json = "{\"0\":\"0200\",\"3\":\"000000\",\"55\":{\"9F02\":\"000000010000\",\"95\":\"0000000000\"}}";

        assertThat(template(ASCII, json)).isEqualTo("0 0200\n3 000000\n55.9F02 000000010000\n55.95 0000000000\n");
    }
}

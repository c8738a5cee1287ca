package io.github.isostress.draft;

import static io.github.isostress.draft.Imports.ASCII;
import static io.github.isostress.draft.Imports.bytes;
import static io.github.isostress.draft.Imports.dump;
import static io.github.isostress.draft.Imports.filled;
import static io.github.isostress.draft.Imports.golden;
import static io.github.isostress.draft.Imports.template;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One message as the dumps of several tools, written by {@code dumps/make_dumps.py}. */
class GoldenDumpsTest {
    private static final String MESSAGE = "iso87ascii-purchase";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "plain-lines",
                "blanks",
                "colons",
                "commas",
                "java-array",
                "java-to-string",
                "template",
                "xxd",
                "hexdump-C",
                "sample",
                "jpos-hexdump",
                "no-ascii",
                "decimal-offsets",
                "openssl",
                "log",
                "log-plain",
                "escaped"
            })
    void shouldGiveRowsWithTheVeryBytesWhenDumpIsPasted(String name) throws Exception {
        String template = template(ASCII, dump(name + ".txt"));

        assertThat(template).startsWith("0 0200\n2 4761739001010119\n").doesNotContain("hex", "#");
        assertThat(filled(ASCII, template)).isEqualTo(bytes(golden(MESSAGE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "framed-wireshark",
                "framed-stream",
                "framed-packet",
                "framed-tcpdump",
                "framed-escaped",
                "framed-packet-escaped"
            })
    void shouldLeaveFrameAndPacketHeadersOutWhenDumpHasThem(String name) throws Exception {
        String template = MessageImport.toTemplate(dump(name + ".txt"), Optional.of(ASCII), Imports::withoutLength);

        assertThat(template).startsWith("# Left out of the dump: ").contains("bytes in front of the message\n0 0200\n");
        assertThat(filled(ASCII, template)).isEqualTo(bytes(golden(MESSAGE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxd", "java-array", "java-to-string", "log-plain"})
    void shouldGiveHexLinesWhenThereIsNoPackager(String name) throws Exception {
        String template = template(null, dump(name + ".txt"));

        assertThat(template.lines()).allMatch(line -> line.startsWith("hex "));
        assertThat(filled(null, template)).isEqualTo(bytes(golden(MESSAGE)));
    }

    @Test
    void shouldGiveTheSameTemplateWhenXmlOfALogIsPasted() throws Exception {
        assertThat(template(ASCII, dump(MESSAGE + ".xml")))
                .isEqualTo("# The header of the XML is left out.\n"
                        + "# The first message of several; the others are left out.\n"
                        + template(ASCII, golden(MESSAGE)));
    }

    @Test
    void shouldGiveTheSameTemplateWhenJsonIsPasted() throws Exception {
        assertThat(template(ASCII, dump(MESSAGE + ".json"))).isEqualTo(template(ASCII, golden(MESSAGE)));
    }

    @Test
    void shouldQuoteValuesWhenTheyHaveOuterBlanks() throws Exception {
        assertThat(template(ASCII, golden(MESSAGE))).contains("\n41 \"TERM01  \"\n42 MERCHANT 000001\n");
    }
}

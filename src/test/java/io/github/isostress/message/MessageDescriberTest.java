package io.github.isostress.message;

import static io.github.isostress.message.Messages.bytes;
import static io.github.isostress.message.Messages.decode;
import static io.github.isostress.message.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A message in words: every element with its number, its name and its value. */
class MessageDescriberTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final IsoPackager OWN = OwnPackager.withEverything();

    private static String described(IsoPackager packager, String... lines) throws Exception {
        return MessageDescriber.elements(decode(packager, message(packager, lines)));
    }

    @Test
    void shouldShowMtiNumberNameAndValueWhenMessageIsPlain() throws Exception {
        assertThat(described(ASCII, "0 0200", "4 1000", "11 000042", "41 TERM01"))
                .isEqualTo("""
                        MTI                                            0200
                        DE 4    AMOUNT, TRANSACTION                    000000001000
                        DE 11   SYSTEM TRACE AUDIT NUMBER              000042
                        DE 41   CARD ACCEPTOR TERMINAL IDENTIFICACION  TERM01
                        """);
    }

    @Test
    void shouldShowTagsBelowTheirElementWhenItHoldsDataObjects() throws Exception {
        assertThat(described(BINARY, "0 0200", "55.9F02 000000001000", "55.82 1980"))
                .contains("DE 55   RESERVED ISO\n")
                .containsPattern("(?m)^  9F02 +000000001000$")
                .containsPattern("(?m)^  82 +1980$");
    }

    @Test
    void shouldShowTagsWhenTextElementHoldsThemAsHexDigits() throws Exception {
        assertThat(described(ASCII, "0 0200", "55 9F020600000000100082021980"))
                .containsPattern("(?m)^  9F02 +000000001000$")
                .containsPattern("(?m)^  82 +1980$");
    }

    @Test
    void shouldShowTagsInsideATagWhenItIsConstructed() throws Exception {
        assertThat(described(BINARY, "0 0200", "55.71 860280CA"))
                .containsPattern("(?m)^  71$")
                .containsPattern("(?m)^    86 +80CA$");
    }

    @Test
    void shouldShowPartsWithTheirNamesWhenElementIsComposite() throws Exception {
        assertThat(described(OWN, "0 0200", "127.2 key", "127.25.3 CAFE"))
                .contains("DE 127  Parts of parts\n")
                .containsPattern("(?m)^  \\.2 +Switch key +key$")
                .containsPattern("(?m)^  \\.25 +Inner parts$")
                .containsPattern("(?m)^    \\.3 +Data +CAFE$");
    }

    @Test
    void shouldShowHexDigitsWhenTextIsNotPrintable() throws Exception {
        assertThat(described(OWN, "0 0200", "60 A\u0001B")).containsPattern("(?m)^DE 60 .* 410142$");
    }

    @Test
    void shouldSayHowManyBytesFollowWhenMessageIsLongerThanItsElements() throws Exception {
        DecodedMessage message = decode(BINARY, bytes("0800 0020000000000000 000042 FFFF"));

        assertThat(MessageDescriber.elements(message)).endsWith("2 bytes follow the last element\n");
    }

    @Test
    void shouldKeepTheFramesOwnBytesInTheDumpWhenMessageBeginsBehindThem() throws Exception {
        byte[] message = message(BINARY, "0 0200", "2 5413330089010012", "11 000042");
        byte[] frame = bytes("0016" + Messages.hex(message));

        assertThat(DumpText.of(MessageDescriber.hexDump(frame, 2, decode(BINARY, message)))
                        .hex())
                .isEqualTo("0016" + "0200" + "4020000000000000" + "*".repeat(18) + "000042");
    }
}

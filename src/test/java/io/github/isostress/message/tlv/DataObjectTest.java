package io.github.isostress.message.tlv;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.template;
import static io.github.isostress.message.support.Messages.text;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import io.github.isostress.message.template.MessageTemplate;
import org.junit.jupiter.api.Test;

/** BER-TLV tags as parts of an element. */
class DataObjectTest {
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");
    private static final IsoPackager OWN = OwnPackager.withEverything();

    @Test
    void shouldJoinTagsInOrderOfLinesWhenElementIsBinary() throws Exception {
        assertThat(hex(message(BINARY, "0 0200", "55.9F02 000000001000", "55.95 0000008000")))
                .endsWith("0016" + "9F0206000000001000" + "95050000008000");
    }

    @Test
    void shouldTakeTagInLowerCaseWhenWrittenSo() throws Exception {
        assertThat(message(BINARY, "0 0200", "55.9f02 01")).isEqualTo(message(BINARY, "0 0200", "55.9F02 01"));
    }

    @Test
    void shouldSendTheBytesThemselvesWhenElementIsText() throws Exception {
        assertThat(text(message(ASCII, "0 0200", "55.9F36 00A5"))).endsWith("005" + "\u009F\u0036\u0002\u0000\u00A5");
    }

    @Test
    void shouldReadTagsBackWhenElementIsText() throws Exception {
        DecodedMessage message = decode(ASCII, message(ASCII, "0 0200", "55.9F36 00A5", "55.5A 4761739001010119"));

        assertThat(value(message, "55.5A")).isEqualTo("4761739001010119");
        assertThat(value(message, "55.9F36")).isEqualTo("00A5");
        assertThat(value(message, "55.9F37")).isNull();
    }

    @Test
    void shouldReadTagsBackWhenPackagerItselfKnowsBerTlv() throws Exception {
        DecodedMessage message = decode(OWN, message(OWN, "0 0200", "55.9F36 00A5", "55.9F02 000000001000"));

        assertThat(value(message, "55.9F36")).isEqualTo("00A5");
        assertThat(value(message, "55.9F02")).isEqualTo("000000001000");
        assertThat(value(message, "55.9F37")).isNull();
    }

    @Test
    void shouldWriteLengthInTwoBytesWhenValueIsLongerThan127() throws Exception {
        String value = "AB".repeat(130);

        assertThat(hex(message(BINARY, "0 0200", "55.9F10 " + value))).endsWith("9F10" + "8182" + value);
    }

    @Test
    void shouldLeaveTagOutWhenItsValueComesOutEmpty() throws Exception {
        MessageTemplate template =
                template(BINARY, new Variables().with("TVR", ""), "0 0200", "55.9C 00", "55.95 ${TVR}");

        assertThat(template.fill().bytes()).isEqualTo(message(BINARY, "0 0200", "55.9C 00"));
    }

    @Test
    void shouldLeaveElementOutWhenAllTagsComeOutEmpty() throws Exception {
        MessageTemplate template =
                template(BINARY, new Variables().with("TVR", ""), "0 0200", "11 000001", "55.95 ${TVR}");

        assertThat(template.fill().bytes()).isEqualTo(message(BINARY, "0 0200", "11 000001"));
    }

    @Test
    void shouldTakeAnyElementForTlvDataWhenPackagerKnowsNoPartsOfIt() throws Exception {
        assertThat(text(message(ASCII, "0 0200", "48.41 4243"))).endsWith("004" + "A\u0002BC");
    }
}

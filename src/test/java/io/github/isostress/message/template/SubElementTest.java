package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.template;
import static io.github.isostress.message.support.Messages.text;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import org.junit.jupiter.api.Test;

/** Numbered parts of an element, as far as the packager defines them. */
class SubElementTest {
    private static final IsoPackager OWN = OwnPackager.withEverything();

    @Test
    void shouldJoinPartsInOrderWhenElementHasNoBitmapOfItsOwn() throws Exception {
        assertThat(text(message(OWN, "0 0200", "48.3 7", "48.1 AB", "48.2 ref")))
                .endsWith("011" + "AB" + "03ref" + "0007");
    }

    @Test
    void shouldSetItsBitmapWhenElementHasOne() throws Exception {
        byte[] message = message(OWN, "0 0200", "62.17 hi", "62.2 1234");

        assertThat(hex(message)).endsWith("0D" + "4000800000000000" + "1234" + "02" + "6869");
    }

    @Test
    void shouldReachPartsOfPartsWhenPathIsLonger() throws Exception {
        byte[] message = message(OWN, "0 0200", "127.25.3 CAFE", "127.2 key");

        assertThat(value(decode(OWN, message), "127.25.3")).isEqualTo("CAFE");
        assertThat(value(decode(OWN, message), "127.2")).isEqualTo("key");
    }

    @Test
    void shouldLeavePartOutWhenItsValueComesOutEmpty() throws Exception {
        MessageTemplate template =
                template(OWN, new Variables().with("CODE", ""), "0 0200", "62.17 hi", "62.2 ${CODE}");

        assertThat(template.fill().bytes()).isEqualTo(message(OWN, "0 0200", "62.17 hi"));
    }

    @Test
    void shouldLeaveElementOutWhenAllItsPartsComeOutEmpty() throws Exception {
        MessageTemplate template = template(
                OWN, new Variables().with("CODE", ""), "0 0200", "11 000001", "62.2 ${CODE}", "127.25.2 ${CODE}");

        assertThat(template.fill().bytes()).isEqualTo(message(OWN, "0 0200", "11 000001"));
    }

    @Test
    void shouldTakeWholeElementWhenNoPartIsNamed() throws Exception {
        assertThat(message(OWN, "0 0200", "48 AB03ref0007"))
                .isEqualTo(message(OWN, "0 0200", "48.1 AB", "48.2 ref", "48.3 7"));
    }

    @Test
    void shouldTakeWholeElementInHexDigitsWhenItIsBinary() throws Exception {
        assertThat(message(OWN, "0 0200", "62 4000000000000000 1234")).isEqualTo(message(OWN, "0 0200", "62.2 1234"));
    }

    @Test
    void shouldAnnounceThirdBitmapInItsElementWhenElementAbove128IsSet() throws Exception {
        assertThat(hex(message(OWN, "0 0200", "129 5", "11 000001")))
                .isEqualTo("30323030" + "8020000000000000" + "8000000000000000" + "303030303031" + "8000000000000000"
                        + "30303030303030303035");
    }

    @Test
    void shouldPutThirdBitmapBehindTheSecondWhenPackagerHasThreeInARow() throws Exception {
        assertThat(hex(message(OwnPackager.withThreeBitmaps(), "0 0200", "11 000001", "129 A")))
                .isEqualTo("0200" + "8020000000000000" + "8000000000000000" + "8000000000000000" + "000001" + "0141");
    }
}

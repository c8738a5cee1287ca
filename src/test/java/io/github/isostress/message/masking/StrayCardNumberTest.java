package io.github.isostress.message.masking;

import static io.github.isostress.message.support.Messages.bytes;
import static io.github.isostress.message.support.Messages.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Described;
import io.github.isostress.message.support.DumpText;
import io.github.isostress.support.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A damaged message that can still be read may hold a card number where others have an amount or a time. */
class StrayCardNumberTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final String PAN = "5413762527831684";

    private static void assertThatItIsHidden(IsoPackager packager, byte[] message) throws Exception {
        DecodedMessage decoded = decode(packager, message);
        DumpText dump = DumpText.of(Described.dump(decoded));

        assertThat(Described.elements(decoded)).doesNotContain(PAN);
        assertThat(dump.text()).doesNotContain(PAN);
        assertThat(dump.hex()).doesNotContain(PAN);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** DE 3 and 4 instead of 2. */
    @Test
    void shouldHideThePanWhenTheBitmapHasLostIt() throws Exception {
        assertThatItIsHidden(ASCII, text("0200" + "3000000000000000" + "16" + PAN));
        assertThatItIsHidden(BINARY, bytes("0200" + "3000000000000000" + "16" + PAN));
    }

    /** 00 instead of 16: DE 2 is empty, DE 3 and 4 take its digits. */
    @Test
    void shouldHideThePanWhenItsLengthIsDamaged() throws Exception {
        assertThatItIsHidden(BINARY, bytes("0200" + "7000000000000000" + "00" + PAN + "00"));
    }

    /** DE 29 to 31, amounts of an x and eight digits, instead of 35. */
    @Test
    void shouldHideThePanWhenATrackStandsInAmounts() throws Exception {
        assertThatItIsHidden(ASCII, text("0200" + "0000000E00000000" + "31" + PAN + "=28122010"));
    }

    /** Tag 01 instead of 5A. */
    @Test
    void shouldHideThePanWhenItIsSpreadOverDataObjects() throws Exception {
        assertThatItIsHidden(
                BINARY, bytes("0200" + "0000000000000200" + "0018" + "0101" + PAN + "9F02060000000010009F1A"));
    }

    @Test
    void shouldHideThePanWhenBytesAreLeftOver() throws Exception {
        assertThatItIsHidden(ASCII, text("0200" + "2000000000000000" + "000000" + PAN));
    }

    @Test
    void shouldStillShowAnAmountWhenItLooksLikeAPartOfANumber() throws Exception {
        byte[] message = text("0200" + "3000000000000000" + "000000" + "541376252783");

        assertThat(Described.elements(decode(ASCII, message))).contains("541376252783");
    }

    /** A pattern that goes back over what it has matched would end in a StackOverflowError. */
    @Test
    void shouldDumpBytesWhenThousandsOfDigitsStandTogether() {
        assertThat(MessageDescriber.RAW.unread(Bytes.filled(50_000, '0'), 0).text())
                .startsWith("0000  ");
    }
}

package io.github.isostress.message.describe;

import static io.github.isostress.message.support.Messages.bytes;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Described;
import io.github.isostress.message.support.DumpText;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.tlv.DataObjects;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A message in words: every element with its place, its number, its name, its value and what that means. */
class MessageDescriberTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final IsoPackager OWN = OwnPackager.withEverything();
    private static final String PAN = "5413330089010012";

    private static String described(IsoPackager packager, String... lines) throws Exception {
        return Described.elements(decode(packager, message(packager, lines)));
    }

    @Test
    void shouldShowPlaceNumberNameValueAndMeaningWhenMessageIsPlain() throws Exception {
        assertThat(described(ASCII, "0 0210", "3 011000", "4 1000", "11 000042", "39 51", "41 TERM01"))
                .isEqualTo("""
                        element   at  len  name                                   value
                        MTI        0    4                                         0210  Financial request response, acquirer, ISO 8583:1987
                        bitmap     4   16                                         3020000002800000  3, 4, 11, 39, 41
                        DE 3      20    6  PROCESSING CODE                        011000  Cash withdrawal, from savings account
                        DE 4      26   12  AMOUNT, TRANSACTION                    000000001000
                        DE 11     38    6  SYSTEM TRACE AUDIT NUMBER              000042
                        DE 39     44    2  RESPONSE CODE                          51  Not sufficient funds
                        DE 41     46    8  CARD ACCEPTOR TERMINAL IDENTIFICACION  "TERM01  "
                        """);
    }

    @Test
    void shouldShowWhatEntryModeAndCurrenciesMeanWhenTheMessageHasThem() throws Exception {
        assertThat(described(ASCII, "0 0200", "22 051", "49 978", "50 USD", "51 999"))
                .containsPattern("(?m)^DE 22 .* 051  Chip, PIN can be entered$")
                .containsPattern("(?m)^DE 49 .* 978  EUR, Euro$")
                .containsPattern("(?m)^DE 50 .* USD  USD, US Dollar$")
                .containsPattern("(?m)^DE 51 .* 999  XXX, ");
    }

    @Test
    void shouldShowTagsBelowTheirElementWhenItHoldsDataObjects() throws Exception {
        assertThat(described(BINARY, "0 0200", "55.9F02 000000001000", "55.82 1980"))
                .containsPattern("(?m)^DE 55 +10 +15  RESERVED ISO$")
                .containsPattern("(?m)^  9F02 +12 +9  Amount, Authorised \\(Numeric\\) +000000001000$")
                .containsPattern("(?m)^  82 +21 +4  Application Interchange Profile \\(AIP\\) +1980$");
    }

    @Test
    void shouldShowTagsWhenTextElementHoldsThemAsHexDigits() throws Exception {
        assertThat(described(ASCII, "0 0200", "55 9F020600000000100082021980"))
                .containsPattern("(?m)^  9F02 +23 +18  Amount, Authorised \\(Numeric\\) +000000001000$")
                .containsPattern("(?m)^  82 +41 +8  Application Interchange Profile \\(AIP\\) +1980$");
    }

    @Test
    void shouldShowTagsInsideATagWhenItIsConstructed() throws Exception {
        assertThat(described(BINARY, "0 0200", "55.71 860280CA"))
                .containsPattern("(?m)^  71 +12 +6  Issuer Script Template 1$")
                .containsPattern("(?m)^    86 +14 +4  Issuer Script Command +80CA$");
    }

    @Test
    void shouldKnowThePlacesOfTagsWhenBytesOfPaddingAreBetweenThem() throws Exception {
        assertThat(described(BINARY, "0 0200", "55 0000820219800095050000008000"))
                .containsPattern("(?m)^  82 +14 +4 .* 1980$")
                .containsPattern("(?m)^  95 +19 +7 .* 0000008000$");
    }

    @Test
    void shouldShowPartsWithTheirNamesWhenElementIsComposite() throws Exception {
        assertThat(described(OWN, "0 0200", "127.2 key", "127.25.3 CAFE"))
                .containsPattern("(?m)^DE 127 +20 +31  Parts of parts$")
                .containsPattern("(?m)^  \\.2 +32 +5  Switch key +key$")
                .containsPattern("(?m)^  \\.25 +37 +14  Inner parts$")
                .containsPattern("(?m)^    \\.3 +48 +3  Data +CAFE$");
    }

    @Test
    void shouldKnowThePlacesOfPartsWhenTheyFollowEachOther() throws Exception {
        assertThat(described(OWN, "0 0200", "48.1 AB", "48.2 ref", "48.3 0007"))
                .containsPattern("(?m)^DE 48 +12 +14 ")
                .containsPattern("(?m)^  \\.1 +15 +2  Kind +AB$")
                .containsPattern("(?m)^  \\.2 +17 +5  Reference +ref$")
                .containsPattern("(?m)^  \\.3 +22 +4  Count +0007$");
    }

    @Test
    void shouldNotPretendToKnowThePlaceWhenTagsAreSentInEbcdic() throws Exception {
        DecodedMessage message = decode(OWN, message(OWN, "0 0200", "60 82021980"));
        DataObjects written = DataObjects.of(message.fields().getComponent(60));

        assertThat(written.objects()).hasSize(1);
        assertThat(written.origin(message.bytes(), message.bytes().length)).isEqualTo(-1);
    }

    @Test
    void shouldShowHexDigitsWhenTextIsNotPrintable() throws Exception {
        assertThat(described(OWN, "0 0200", "60 A\u0001B")).containsPattern("(?m)^DE 60 .* 410142$");
    }

    @Test
    void shouldSayHowManyBytesFollowWhenMessageIsLongerThanItsElements() throws Exception {
        DecodedMessage message = decode(BINARY, bytes("0800 0020000000000000 000042 FFFF"));

        assertThat(Described.elements(message)).endsWith("2 bytes follow the last element\n");
    }

    @Test
    void shouldShowTheFramesOwnBytesWhenTheyEncloseTheMessage() throws Exception {
        byte[] message = message(BINARY, "0 0200", "2 " + PAN, "11 000042");
        byte[] frame = bytes("0016" + Messages.hex(message) + "03");

        MessageDescription described = MessageDescriber.masked(frame, 2, decode(BINARY, message));

        assertThat(DumpText.of(described.bytes().toString()).hex())
                .isEqualTo("0016" + "0200" + "4020000000000000" + "*".repeat(18) + "000042" + "03");
        assertThat(described.elements())
                .extracting(DescribedElement::label, DescribedElement::shown, DescribedElement::start)
                .containsExactly(
                        tuple("frame", "0016", 0),
                        tuple("MTI", "0200", 2),
                        tuple("bitmap", "4020000000000000", 4),
                        tuple("DE 2", "541333******0012", 12),
                        tuple("DE 11", "000042", 21),
                        tuple("frame", "03", 24));
    }

    @Test
    void shouldShowThePackagersHeaderWhenItHasOne() throws Exception {
        IsoPackager header = OwnPackager.withHeader();
        String ascii = "0800" + "0020000000000000" + "000042";
        byte[] bytes = bytes("0102030405" + Messages.hex(ascii.getBytes(StandardCharsets.US_ASCII)));
        DecodedMessage message = decode(header, bytes);

        assertThat(Described.elements(message)).containsPattern("(?m)^header +0 +5  Bytes before the MTI +0102030405$");
    }

    @Test
    void shouldHideNothingWhenToldSo() throws Exception {
        byte[] message = message(BINARY, "0 0200", "2 " + PAN, "35 " + PAN + "=2812", "52 0123456789ABCDEF");

        MessageDescription described = MessageDescriber.unmasked(message, 0, decode(BINARY, message));

        assertThat(described.bytes().bytes()).isEqualTo(message);
        assertThat(described.bytes().hidden().isEmpty()).isTrue();
        assertThat(described.text()).contains(PAN, PAN + "=2812", "0123456789ABCDEF");
    }

    @Test
    void shouldNotKeepWhatItHidesWhenMessageIsMasked() throws Exception {
        byte[] message = message(BINARY, "0 0200", "2 " + PAN, "11 000042");

        MessageDescription described = MessageDescriber.masked(message, 0, decode(BINARY, message));

        assertThat(Messages.hex(described.bytes().bytes())).doesNotContain(PAN).contains("000042");
    }
}

package io.github.isostress.message.decode;

import static io.github.isostress.message.support.Messages.bytes;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.OwnPackager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a decoded message tells, and where reading ends in one that cannot be read. */
class MessageDecoderTest {
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");

    private static void assertRefused(IsoPackager packager, String hex, String sentence) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> decode(packager, bytes(hex)))
                .withMessage(sentence);
    }

    @Test
    void shouldTellMtiElementsAndTheirPlacesWhenMessageIsRead() throws Exception {
        DecodedMessage message = decode(BINARY, bytes("0210 0020000002000000 000042 3030"));

        assertThat(message.mti()).isEqualTo("0210");
        assertThat(message.elements()).containsExactly(11, 39);
        assertThat(message.ranges())
                .containsExactly(
                        new ElementRange(0, 0, 2),
                        new ElementRange(1, 2, 10),
                        new ElementRange(11, 10, 13),
                        new ElementRange(39, 13, 15));
    }

    @Test
    void shouldCountBytesBehindTheLastElementWhenThereAreSome() throws Exception {
        assertThat(decode(BINARY, bytes("0800 0020000000000000 000042 FFFF")).trailingBytes())
                .isEqualTo(2);
    }

    @Test
    void shouldGiveNoValueWhenElementIsNotThere() throws Exception {
        DecodedMessage message = decode(BINARY, bytes("0800 0020000000000000 000042"));

        assertThat(value(message, "39")).isNull();
        assertThat(value(message, "11.1")).isNull();
        assertThat(value(message, "48.2.3")).isNull();
    }

    @Test
    void shouldGiveAllItHoldsInHexWhenElementIsComposite() throws Exception {
        IsoPackager own = OwnPackager.withEverything();
        byte[] message = Messages.message(own, "0 0200", "62.2 1234");

        assertThat(value(decode(own, message), "62")).isEqualTo("4000000000000000" + "1234");
    }

    @Test
    void shouldReadWithoutBitmapAboveTheFieldsWhenPackagerHasHeader() throws Exception {
        DecodedMessage message = decode(
                OwnPackager.withHeader(), bytes("6000010002 30383030 30303230303030303030303030303030 303030303432"));

        assertThat(message.ranges().get(0)).isEqualTo(new ElementRange(0, 5, 9));
        assertThat(value(message, "11")).isEqualTo("000042");
    }

    @Test
    void shouldRefuseWhenThereAreNoBytes() {
        assertRefused(
                BINARY,
                "",
                "the MTI at byte 0 of 0 cannot be read with packager iso87binary: the message of 0 bytes ends before it");
    }

    @Test
    void shouldRefuseWhenHeaderIsNotComplete() {
        assertRefused(
                OwnPackager.withHeader(),
                "600001",
                "the MTI at byte 3 of 3 cannot be read with packager header.xml: the message of 3 bytes ends before it");
    }

    @Test
    void shouldRefuseWhenBitmapIsNotComplete() {
        assertRefused(
                BINARY,
                "0800 0020",
                "the bitmap at byte 2 of 4 cannot be read with packager iso87binary: its bytes do not fit IFB_BITMAP of "
                        + "length 16 (or the message ends inside it)");
    }

    @Test
    void shouldRefuseWhenLengthIsNoNumber() {
        assertRefused(
                ASCII,
                "30323030 34303030303030303030303030303030 3158 34373631",
                "element 2 at byte 20 of 26 cannot be read with packager iso87ascii: its bytes do not fit IFA_LLNUM of "
                        + "length 19 (or the message ends inside it)");
    }

    @Test
    void shouldRefuseWhenBitmapAnnouncesWhatPackagerDoesNotDefine() {
        assertRefused(
                Packagers.builtIn("cmf"),
                "0800 8000000000000000 0000002000000000 00",
                "element 91 at byte 18 of 19 cannot be read with packager cmf: "
                        + "the bitmap announces it, but the packager does not define it");
    }

    @Test
    void shouldNameTheElementsOwnFormatWhenItIsComposite() {
        assertRefused(
                OwnPackager.withEverything(),
                "30323030 0000000000010000 303035 41",
                "element 48 at byte 12 of 16 cannot be read with packager own.xml: its bytes do not fit IFA_LLLCHAR of "
                        + "length 999 (or the message ends inside it)");
    }

    /** jPOS would take the E for an exponent and compute for hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2200 1000000000000000 9782 1E9999999999",
                "2200 0000000400000000 9782000000001000 9782 1E9999999999"
            })
    void shouldRefuseAtOnceWhenAnAmountHasAnExponent(String hex) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThatExceptionOfType(FailureException.class)
                        .isThrownBy(() -> decode(Packagers.builtIn("cmf"), bytes(hex))));
    }
}

package io.github.isostress.framing;

import static io.github.isostress.support.Bytes.filled;
import static io.github.isostress.support.Bytes.hex;
import static io.github.isostress.support.Bytes.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Await;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.HostConnection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each preset's bytes, worked out by hand. */
class FramingPresetTest {
    /** An echo test, 55 (0x37) bytes long. */
    private static final byte[] ECHO_TEST = ("0800" + "8220000000000000" + "0400000000000000" + "1121203000" + "000001"
                    + "301")
            .getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "none,              -,                -",
                "binary2,           0037,             -",
                "binary2-inclusive, 0039,             -",
                "binary2-le,        3700,             -",
                "binary4,           00000037,         -",
                "bcd2,              0055,             -",
                "ascii4,            30303535,         -",
                "hex4,              30303337,         -",
                "tpdu,              003C 6000000000,  -",
                "visa,              0037 0000,        -",
                "visa-base1,        004D 0000 160102004D0000000000000000000000000000000000, -",
                "etx,               -,                03",
            })
    void shouldGiveExactBytesWhenMessageIsShort(String preset, String before, String behind) throws FailureException {
        assertBothDirections(preset, ECHO_TEST, bytes(before), bytes(behind));
    }

    /** 300 is 0x012C: a length whose digits and bytes all differ shows a wrong order. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "none,              -,                -",
                "binary2,           012C,             -",
                "binary2-inclusive, 012E,             -",
                "binary2-le,        2C01,             -",
                "binary4,           0000012C,         -",
                "bcd2,              0300,             -",
                "ascii4,            30333030,         -",
                "hex4,              30313243,         -",
                "tpdu,              0131 6000000000,  -",
                "visa,              012C 0000,        -",
                "visa-base1,        0142 0000 16010201420000000000000000000000000000000000, -",
                "etx,               -,                03",
            })
    void shouldGiveExactBytesWhenLengthTakesTwoBytes(String preset, String before, String behind)
            throws FailureException {
        assertBothDirections(preset, filled(300, 'A'), bytes(before), bytes(behind));
    }

    private static byte[] bytes(String digits) {
        return digits == null ? new byte[0] : hex(digits);
    }

    private static void assertBothDirections(String preset, byte[] message, byte[] before, byte[] behind)
            throws FailureException {
        byte[] golden = join(before, message, behind);
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.read(golden.length), Step.send(golden), Step.staySilent());
                HostConnection connection = TestClient.connect(peer.port(), preset)) {
            connection.send(connection.framing().wrap(message), TestClient.soon());
            Frame frame = connection.receive(TestClient.soon());

            Await.until("the peer has read the request", () -> peer.received().length >= golden.length);
            assertThat(peer.received()).isEqualTo(golden);
            assertThat(frame.bytes()).isEqualTo(golden);
            assertThat(frame.message()).isEqualTo(message);
            assertThat(frame.messageStart()).isEqualTo(before.length);
        }
    }

    @Test
    void shouldFindEveryPresetWhenAskedByName() {
        assertThat(Arrays.stream(FramingPreset.values()).map(FramingPreset::presetName))
                .containsExactly(
                        "none",
                        "binary2",
                        "binary2-inclusive",
                        "binary2-le",
                        "binary4",
                        "bcd2",
                        "ascii4",
                        "hex4",
                        "tpdu",
                        "visa",
                        "visa-base1",
                        "etx")
                .allSatisfy(name ->
                        assertThat(FramingPreset.named(name).presetName()).isEqualTo(name));
    }

    @Test
    void shouldListPresetsWhenNameIsUnknown() {
        assertThatThrownBy(() -> FramingPreset.named("Binary2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("framing 'Binary2' is none of none, binary2, binary2-inclusive, binary2-le, binary4, bcd2,"
                        + " ascii4, hex4, tpdu, visa, visa-base1, etx");
    }
}

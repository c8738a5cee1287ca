package io.github.isostress.draft.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Capture files, byte by byte. */
class CaptureTest {
    private static final String CLIENT = "10.1.2.3:40000";
    private static final String HOST = "10.1.2.4:5000";

    @TempDir
    private Path folder;

    private Capture read(byte[] file) throws IOException {
        return Capture.read(Files.write(folder.resolve("x.pcap"), file));
    }

    private static byte[] text(String text) {
        return text.getBytes(US_ASCII);
    }

    private static List<String> texts(Capture capture) {
        return capture.all().stream()
                .map(bytes -> bytes.way() + " " + new String(bytes.bytes(), US_ASCII))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "12", "14", "101", "108", "113", "228", "276"})
    void shouldFindTheBytesBehindTheHeaderWhenTheLinkIsKnown(int linkType) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            List<CaptureBuilder> captures = List.of(
                    CaptureBuilder.pcap(order, false, linkType),
                    CaptureBuilder.pcap(order, true, linkType),
                    CaptureBuilder.pcapng(order, linkType));
            for (CaptureBuilder capture : captures) {
                capture.segment(CLIENT, HOST, 100, false, text("x"));

                Capture read = read(capture.bytes());

                assertThat(texts(read)).containsExactly(CLIENT + " > " + HOST + " x");
                assertThat(read.remarks()).isEmpty();
                assertThat(read.all().get(0).packetAt(0))
                        .isEqualTo(new CapturedBytes.Packet(1, 1_700_000_001_000_000L));
            }
        }
    }

    @Test
    void shouldReadVersion6WhenVlanTagsAndOptionsStandInFront() throws IOException {
        assertThat(texts(read(CaptureBuilder.pcap()
                        .segment6(40_000, 5_000, 1, text("x"))
                        .bytes())))
                .containsExactly("[0:0:0:0:0:0:0:1]:40000 > [0:0:0:0:0:0:0:2]:5000 x");
        assertThat(texts(read(CaptureBuilder.pcapng(ByteOrder.LITTLE_ENDIAN, 229)
                        .segment6(40_000, 5_000, 1, text("x"))
                        .bytes())))
                .hasSize(1);
    }

    @Test
    void shouldReadASimplePacketWhenItHasNoTime() throws IOException {
        Capture read = read(CaptureBuilder.pcapng(ByteOrder.LITTLE_ENDIAN, 1)
                .simpleSegment(CLIENT, HOST, 1, text("x"))
                .bytes());

        assertThat(read.all().get(0).packetAt(0)).isEqualTo(new CapturedBytes.Packet(1, 0));
    }

    @Test
    void shouldPutSegmentsInOrderWhenTheyComeTwiceOvertakeAndOverlap() throws IOException {
        int first = -3;
        Capture read = read(CaptureBuilder.pcap()
                .segment(CLIENT, HOST, first - 1, true, new byte[0])
                .segment(HOST, CLIENT, 500, true, new byte[0])
                .segment(CLIENT, HOST, first, false, text("ab"))
                .segment(CLIENT, HOST, first + 4, false, text("ef"))
                .segment(HOST, CLIENT, 501, false, text("ok"))
                .segment(CLIENT, HOST, first, false, text("ab"))
                .segment(CLIENT, HOST, first + 1, false, text("bcde"))
                .segment(CLIENT, HOST, first + 5, false, text("fgh"))
                .segment(CLIENT, HOST, first + 7, false, text("h"))
                .bytes());

        assertThat(texts(read)).containsExactly(CLIENT + " > " + HOST + " abcdefgh", HOST + " > " + CLIENT + " ok");
        CapturedBytes sent = read.all().get(0);
        assertThat(Stream.of(0, 1, 2, 4, 5, 6, 7).map(at -> sent.packetAt(at).number()))
                .containsExactly(3, 3, 7, 7, 4, 8, 8);
        assertThat(sent.nextPacket(0)).isEqualTo(2);
        assertThat(sent.nextPacket(6)).isEqualTo(8);
    }

    @Test
    void shouldBeginAnewWhenBytesAreMissingOrThePortsAreUsedAgain() throws IOException {
        Capture read = read(CaptureBuilder.pcap()
                .segment(CLIENT, HOST, 1, false, text("a"))
                .segment(CLIENT, HOST, 9, false, text("b"))
                .segment(CLIENT, HOST, 7_000, true, new byte[0])
                .segment(CLIENT, HOST, 7_001, false, text("c"))
                .bytes());

        assertThat(texts(read))
                .containsExactly(
                        CLIENT + " > " + HOST + " a", CLIENT + " > " + HOST + " b", CLIENT + " > " + HOST + " c");
    }

    @Test
    void shouldSayWhatIsMissingWhenPacketsOrTheFileAreCut() throws IOException {
        byte[] file = CaptureBuilder.pcap()
                .cutSegment(CLIENT, HOST, 1, text("abcdefgh"), 60)
                .segment(CLIENT, HOST, 9, false, text("i"))
                .segment(CLIENT, HOST, 10, false, text("j"))
                .bytes();

        Capture read = read(Arrays.copyOf(file, file.length - 1));

        assertThat(texts(read)).containsExactly(CLIENT + " > " + HOST + " ab", CLIENT + " > " + HOST + " i");
        assertThat(read.remarks())
                .containsExactly(
                        "the file x.pcap ends in the middle of a packet",
                        "of its 2 packets, 1 was cut when it was recorded, so that messages are not whole; record with"
                                + " tcpdump -s 0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNeverThrowAnythingElseWhenTheFileEndsAnywhere(boolean isNg) throws IOException {
        CaptureBuilder capture = isNg
                ? CaptureBuilder.pcapng(ByteOrder.LITTLE_ENDIAN, 1)
                : CaptureBuilder.pcap(ByteOrder.BIG_ENDIAN, false, 1);
        byte[] file = capture.segment6(1, 2, 3, text("x"))
                .segment(CLIENT, HOST, 1, false, text("y"))
                .bytes();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            try {
                assertThat(read(cut).all()).isNotEmpty();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith("the file x.pcap ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | is empty",
                "50 4B 03 04 00           | is no pcap or pcapng capture: it begins with the bytes 504B0304",
                "1F 8B 08 00 00           | is compressed (gzip); unpack it first",
                "0A 0D 0D 0A 00 00 00 1C 01 02 03 04 | is damaged: a section of it has no byte order",
            })
    void shouldSaySoWhenTheFileIsNoCapture(String hex, String reason) {
        byte[] file = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThatThrownBy(() -> read(file)).hasMessage("the file x.pcap " + reason);
    }

    @Test
    void shouldSaySoWhenNoTcpIsInIt() {
        assertThatThrownBy(() -> read(CaptureBuilder.pcap().bytes())).hasMessage("the file x.pcap has no packets");
        assertThatThrownBy(() -> read(CaptureBuilder.pcap().packet(new byte[60]).bytes()))
                .hasMessage("the file x.pcap has no bytes of a TCP connection in its 1 packet");
        assertThatThrownBy(() -> read(CaptureBuilder.pcap(ByteOrder.BIG_ENDIAN, false, 127)
                        .packet(new byte[60])
                        .bytes()))
                .hasMessage("the file x.pcap has no bytes of a TCP connection in its 1 packet; its link type 127 is not"
                        + " known here");
    }

    @Test
    void shouldSaySoWhenAPacketClaimsMoreThanAnyHas() {
        byte[] file = CaptureBuilder.pcap().packet(new byte[60]).bytes();
        Arrays.fill(file, 32, 36, (byte) 0x7F);

        assertThatThrownBy(() -> read(file))
                .hasMessage("the file x.pcap is damaged: a part of it claims to have 2139062143 bytes");
    }
}

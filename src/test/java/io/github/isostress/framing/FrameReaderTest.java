package io.github.isostress.framing;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.management.ThreadMXBean;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.ByteStreamSource;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.TestClient;
import java.lang.management.ManagementFactory;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameReaderTest {
    private static FrameReader reader(String framing, byte[] stream) {
        return new FrameReader(new ByteStreamSource(stream, stream.length), FramingReader.parse(framing));
    }

    @ParameterizedTest
    @CsvSource({
        "binary2,                                           0002 0A0B,              0A0B",
        "binary2 inclusive,                                 0004 0A0B,              0A0B",
        "binary2 skip=3,                                    0002 FFFFFF 0A0B,       0A0B",
        "binary2 skip=3 counts-header,                      0005 FFFFFF 0A0B,       0A0B",
        "binary2 skip=3 counts-header inclusive,            0007 FFFFFF 0A0B,       0A0B",
        "binary2 header=6000000000 skip=2 counts-header,    0004 FFFF 0A0B,         0A0B",
        "binary2 header=6000000000 skip=0,                  0002 0A0B,              0A0B",
        "binary2 trailer=0D0A,                              0004 0A0B 0D0A,         0A0B",
        "binary2 trailer=03 skip=1 counts-header,           0004 FF 0A0B 03,        0A0B",
        "etx,                                               0A0B03,                 0A0B",
        "etx trailer=0D0A,                                  0A0D0B0D0A,             0A0D0B",
        "etx skip=1,                                        030A0B03,               0A0B",
        "tpdu,                                              0007 6012345678 0A0B,   0A0B",
        "visa,                                              0002 9999 0A0B,         0A0B",
        "binary2 lead=02,                                   02 0002 0A0B,           0A0B",
        "binary2 lead=02 counts-lead inclusive,             02 0005 0A0B,           0A0B",
        "binary2 lead=02 trailer=03 uncounted-trailer lrc,  02 0002 0A0B 03 00,     0A0B",
        "binary2 trailer=03 uncounted-trailer,              0002 0A0B 03,           0A0B",
        "binary2 lrc,                                       0002 0A0B 03,           0A0B",
        "binary2 lrc=message,                               0002 0A0B 01,           0A0B",
        "ascii4 length=ebcdic4,                             F0F0F0F2 0A0B,          0A0B",
        "etx lead=02 lrc,                                   02 0A0B 03 02,          0A0B",
        "etx header=02 lrc,                                 02 0A0B 03 02,          0A0B",
        "etx lead=02 lrc,                                   02 0108 03 0A,          0108",
        "none lead=02 lrc,                                  02 0A0B 01,             0A0B",
        "none skip=own,                                     0355AA 0A0B,            0A0B",
        "binary2 skip=own counts-header,                    0004 0255 0A0B,         0A0B",
        "binary2 skip=own,                                  0002 0255 0A0B,         0A0B",
        "binary2 skip=own counts-header,                    0007 0280 03FFFF 0A0B,  0A0B",
        "binary2 skip=own,                                  0002 0280 03FFFF 0A0B,  0A0B",
        "etx skip=own,                                      0203 0A0B 03,           0A0B",
        "visa-base1, 0018 0000 16010200180000000000000000000000000000000000 0A0B, 0A0B",
        "visa-base1, 0032 0000 1A810200320000000000000000000000000000000000 00005037 16010200180000000000000000000000000000000000 0A0B, 0A0B",
    })
    void shouldFindTheMessageWhenFrameIsWhole(String framing, String stream, String message) throws Exception {
        FrameReader reader = reader(framing, hex(stream));

        Frame frame = reader.read(0);

        assertThat(Bytes.hex(frame.message())).isEqualTo(message);
        assertThat(frame.bytes()).isEqualTo(hex(stream));
        assertThat(reader.read(0)).as("end of the stream").isNull();
    }

    /** jPOS's channels send and accept these polls: a length of zero, or of the prefix itself if it counts itself. */
    @ParameterizedTest
    @CsvSource({
        "binary2,                              0000 0000 0001 0A",
        "binary2 inclusive,                    0002 0003 0A",
        "binary2 inclusive,                    0002 0002 0003 0A",
        "binary2 inclusive,                    0000 0003 0A",
        "binary2 trailer=03,                   0000 0002 0A03",
        "binary4,                              00000000 00000001 0A",
        "bcd2,                                 0000 0001 0A",
        "ascii4,                               30303030 30303031 0A",
        "hex4,                                 30303030 30303031 0A",
        "tpdu,                                 0000 0006 6000000000 0A",
        "tpdu,                                 0005 6000000000 0006 6000000000 0A",
        "visa,                                 0000 0000 0001 0000 0A",
        "visa,                                 0000 0100 0001 0000 0A",
        "etx,                                  03 03 0A03",
        "binary2 lead=02,                      020000 02 0001 0A",
        "binary2 trailer=03 uncounted-trailer, 0000 03 0001 0A03",
        "binary2 lead=02 trailer=03 uncounted-trailer lrc, 02 0000 03 03 02 0001 0A 03 08",
        "binary2 lead=02 trailer=03 counts-lead lrc counts-lrc, 02 0000 02 0004 0A 03 0D",
        "visa-base1,                           00000000 0018 0000 0280 150000000000000000000000000000000000000000 0A",
    })
    void shouldPassOverKeepAlivesWhenAMessageFollows(String framing, String stream) throws Exception {
        FrameReader reader = reader(framing, hex(stream));

        assertThat(reader.read(0).message()).isEqualTo(hex("0A"));
        assertThat(reader.pending().length).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bcd2 | 0A00 | the first 2 bytes are 0A 00, which is no length",
                "ascii4 | 01020304 | the first 4 bytes are 01 02 03 04, which is no length",
                "hex4 | 3030304747 | the first 4 bytes are 30 30 30 47, which is no length",
                "binary2 trailer=03 | 00030A0B0C | the frame of 5 bytes does not end with its trailer",
                "etx max=3 | 0A0B0C0D | no trailer in the first 4 bytes",
                "etx max=3 trailer=0D0A | 0A0B0C0D0E | no trailer in the first 5 bytes",
                "none max=3 | 0A0B0C0D | more than 3 bytes without a pause",
                "binary2 lead=02 | 0002 0A0B | the frame begins with 00, where its lead is 02",
                "ascii4 lead=49534F | 30303032 0A0B | the frame begins with 30 30 30, where its lead is 49 53 4F",
                "ascii4 lead=02 | 02 010203FF | the 4 bytes behind the lead are 01 02 03 FF, which is no length",
                "binary2 trailer=03 lrc | 0003 0A0B0C 02 | the frame of 6 bytes does not end with its trailer and the LRC",
                "binary2 lead=02 trailer=03 uncounted-trailer lrc | 02 0002 0A0B 03 21 | the LRC is 21, expected was 00, the XOR of the frame's bytes 2 to 6 of 7",
                "etx lead=02 lrc | 02 0A0B 03 21 | the LRC is 21, expected was 02, the XOR of the frame's bytes 2 to 4 of 5",
                "etx header=02 lrc=whole | 02 0A0B 03 02 | the LRC is 02, expected was 00, the XOR of the frame's bytes 1 to 4 of 5",
                "binary2 skip=own | 0002 00 0A0B | the header's own length, its byte at 2, is 00",
                "binary2 skip=own counts-header | 0002 0501 | the header begins with 05 01, and its own length is more than the 2 bytes that the frame has for header and message",
                "binary2 skip=own counts-header | 0004 02800501 | the header begins with 02 80, and its own length is more than the 4 bytes that the frame has for header and message",
            })
    void shouldTellWhatIsWrongWhenBytesAreNoFrame(String framing, String stream, String particulars) {
        byte[] bytes = hex(stream);
        assertThatThrownBy(() -> reader(framing, bytes).read(0))
                .hasMessage(particulars)
                .asInstanceOf(type(FailureException.class))
                .extracting(FailureException::failure)
                .isEqualTo(Failure.BAD_FRAME);
    }

    /** The bounds are those of the prefix's number. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binary2 inclusive | 0001 | the first 2 bytes are 00 01, a length of 1, outside 2 to 65535",
                "binary2 inclusive max=9 | 000C | the first 2 bytes are 00 0C, a length of 12, outside 2 to 11",
                "tpdu | 0004 | the first 2 bytes are 00 04, a length of 4, outside 5 to 65535",
                "binary2 trailer=0D0A | 0001 | the first 2 bytes are 00 01, a length of 1, outside 2 to 65535",
                "binary2 max=9 | 000A | the first 2 bytes are 00 0A, a length of 10, outside 0 to 9",
                "tpdu max=9 trailer=03 | 0010 | the first 2 bytes are 00 10, a length of 16, outside 6 to 15",
                "visa max=9 | 000A | the first 2 bytes are 00 0A, a length of 10, outside 0 to 9",
                "binary4 | 30323030 | the first 4 bytes are 30 32 30 30, a length of 808595504, outside 0 to 100000",
                "binary4 | FFFFFFFF | the first 4 bytes are FF FF FF FF, a length of 4294967295, outside 0 to 100000",
                "binary2 lead=02 max=9 | 02000A | the 2 bytes behind the lead are 00 0A, a length of 10, outside 0 to 9",
                "binary2 skip=own counts-header max=1 | 0004 02000A0B | the message has 2 bytes, the longest allowed 1",
                "ascii4 max=30 | 30303331 | the first 4 bytes are 30 30 33 31, a length of 31, outside 0 to 30",
            })
    void shouldTellTheBoundsWhenALengthIsOutsideThem(String framing, String stream, String particulars) {
        assertThatThrownBy(() -> reader(framing, hex(stream)).read(0))
                .hasMessage(particulars)
                .asInstanceOf(type(FailureException.class))
                .extracting(FailureException::failure)
                .isEqualTo(Failure.FRAME_LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "binary2 max=3, 00030A0B0C",
        "etx max=3, 0A0B0C03",
        "etx max=3 trailer=0D0A, 0A0B0C0D0A",
        "none max=3, 0A0B0C",
        "tpdu max=3, 000860000000000A0B0C"
    })
    void shouldTakeTheMessageWhenItIsExactlyAsLongAsAllowed(String framing, String stream) throws Exception {
        assertThat(reader(framing, hex(stream)).read(0).message()).isEqualTo(hex("0A0B0C"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binary2 | 00 | the stream ended after 1 byte of an unfinished frame",
                "binary2 | 00050A | the stream ended after 3 of 7 bytes of a frame",
                "tpdu | 000660 | the stream ended after 3 of 8 bytes of a frame",
                "etx | 0A0B | the stream ended after 2 bytes of an unfinished frame",
                "visa | 000000 | the stream ended after 3 of 4 bytes of a frame",
                "none skip=3 | 0A0B | the stream ended after 2 bytes of an unfinished frame",
                "none lrc | 0A | the stream ended after 1 byte of an unfinished frame",
                "binary2 lead=02 trailer=03 uncounted-trailer lrc | 02 0002 0A0B 03 | the stream ended after 6 of 7 bytes of a frame",
                "etx lrc | 0A0B 03 | the stream ended after 3 bytes of an unfinished frame",
            })
    void shouldTellClosedInsideFrameWhenStreamEndsThere(String framing, String stream, String particulars) {
        assertThatThrownBy(() -> reader(framing, hex(stream)).read(0))
                .hasMessage(particulars)
                .asInstanceOf(type(FailureException.class))
                .extracting(FailureException::failure)
                .isEqualTo(Failure.CLOSED_INSIDE_FRAME);
    }

    /** One deadline before the pause can have passed, and one long after. */
    @Test
    void shouldGiveNoFrameWhenTheDeadlineLeavesNoTimeForQuiet() throws Exception {
        FrameReader reader = new FrameReader(ByteStreamSource.thenSilent(hex("0A0B")), FramingReader.parse("none"));

        assertThatThrownBy(() -> reader.read(System.nanoTime())).isInstanceOf(SocketTimeoutException.class);
        assertThat(reader.progress()).isEqualTo("2 bytes of an unfinished frame");
        assertThat(reader.read(TestClient.soon()).message()).isEqualTo(hex("0A0B"));
    }

    @Test
    void shouldNotReserveMemoryWhenLengthIsHugeAndNothingFollows() {
        FrameReader reader = new FrameReader(
                ByteStreamSource.thenSilent(hex("05F5E100 0102030405")), FramingReader.parse("binary4 max=100000000"));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> reader.read(0)).isInstanceOf(SocketTimeoutException.class);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000_000);
        assertThat(reader.pending().length).isEqualTo(9);
    }

    /** So that a connection whose host answers many requests at once asks the system once for many frames. */
    @Test
    void shouldReadFewTimesWhenManyFramesCameTogether() throws Exception {
        byte[] stream = new byte[10_000 * 100];
        for (int i = 0; i < stream.length; i += 100) {
            stream[i + 1] = 98;
            stream[i + 99] = (byte) (i / 100);
        }
        AtomicInteger reads = new AtomicInteger();
        ByteSource source = ByteSource.of(stream);
        FrameReader reader = new FrameReader(
                (buffer, offset, length, deadline) -> {
                    reads.incrementAndGet();
                    return source.read(buffer, offset, length, deadline);
                },
                FramingReader.parse("binary2"));

        for (int i = 0; i < 10_000; i++) {
            assertThat(reader.read(0).bytes()).hasSize(100).endsWith((byte) i);
        }

        assertThat(reads).hasValueLessThan(25);
    }
}

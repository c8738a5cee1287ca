package io.github.isostress.wire;

import static io.github.isostress.support.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.management.ThreadMXBean;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.TestClient;
import java.lang.management.ManagementFactory;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameReaderTest {
    private static FrameReader reader(String framing, byte[] stream) {
        return new FrameReader(new ByteStreamSource(stream, stream.length), FramingText.parse(framing));
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
    })
    void shouldFindTheMessageWhenFrameIsWhole(String framing, String stream, String message) throws Exception {
        FrameReader reader = reader(framing, hex(stream));

        Frame frame = reader.read(0);

        assertThat(Bytes.hex(frame.message())).isEqualTo(message);
        assertThat(frame.bytes()).isEqualTo(hex(stream));
        assertThat(reader.read(0)).as("end of the stream").isNull();
    }

    /** jPOS's channels send and take them: a length of zero, or of the prefix itself where it counts itself. */
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
            })
    void shouldTellWhatIsWrongWhenBytesAreNoFrame(String framing, String stream, String particulars) {
        byte[] bytes = hex(stream);
        assertThatThrownBy(() -> reader(framing, bytes).read(0))
                .hasMessage(particulars)
                .asInstanceOf(type(FailureException.class))
                .extracting(FailureException::failure)
                .isEqualTo(Failure.BAD_FRAME);
    }

    /** The bounds are what the prefix itself may say. */
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
            })
    void shouldTellClosedInsideFrameWhenStreamEndsThere(String framing, String stream, String particulars) {
        assertThatThrownBy(() -> reader(framing, hex(stream)).read(0))
                .hasMessage(particulars)
                .asInstanceOf(type(FailureException.class))
                .extracting(FailureException::failure)
                .isEqualTo(Failure.CLOSED_INSIDE_FRAME);
    }

    /** A deadline before the line can have been quiet, and one long after. */
    @Test
    void shouldGiveNoFrameWhenTheDeadlineLeavesNoTimeForQuiet() throws Exception {
        FrameReader reader = new FrameReader(ByteStreamSource.thenSilent(hex("0A0B")), FramingText.parse("none"));

        assertThatThrownBy(() -> reader.read(System.nanoTime())).isInstanceOf(SocketTimeoutException.class);
        assertThat(reader.progress()).isEqualTo("2 bytes of an unfinished frame");
        assertThat(reader.read(TestClient.soon()).message()).isEqualTo(hex("0A0B"));
    }

    @Test
    void shouldNotReserveMemoryWhenLengthIsHugeAndNothingFollows() {
        FrameReader reader = new FrameReader(
                ByteStreamSource.thenSilent(hex("05F5E100 0102030405")), FramingText.parse("binary4 max=100000000"));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> reader.read(0)).isInstanceOf(SocketTimeoutException.class);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000_000);
        assertThat(reader.pending().length).isEqualTo(9);
    }
}

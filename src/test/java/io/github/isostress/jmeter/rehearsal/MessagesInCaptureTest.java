package io.github.isostress.jmeter.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.draft.capture.CaptureBuilder;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages out of captures. */
@ExtendWith(JMeterEnvironment.class)
class MessagesInCaptureTest {
    private static final String CLIENT = "10.1.2.3:40000";
    private static final String HOST = "10.1.2.4:5000";
    /** Elements 7, 11 and 70. */
    private static final byte[] ECHO = text("0800822000000000000004000000000000000101000000000001301");

    private static final byte[] ANSWER = text("0810822000000200000004000000000000000101000000000001" + "00" + "301");

    @TempDir
    private Path folder;

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private MessagesInCapture read(CaptureBuilder capture, String framing) throws IOException {
        Iso8583Connection connection = Elements.connection("switch", "1");
        connection.set(Iso8583ConnectionSchema.INSTANCE.framing, framing);
        connection.set(Iso8583ConnectionSchema.INSTANCE.packager, "iso87ascii");
        return MessagesInCapture.read(
                capture.save(folder.resolve("x.pcap")), new PlanScope(Optional.of(connection), Map.of()));
    }

    private static byte[] framed(String framing, byte[] message) {
        return FramingReader.parse(framing).wrap(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary2", "ascii4", "bcd2", "binary4", "tpdu", "etx", "none"})
    void shouldListRequestsAndAnswersInTheOrderOfTheFileWhenTheFramingFits(String framing) throws IOException {
        byte[] request = framed(framing, ECHO);
        byte[] answer = framed(framing, ANSWER);

        MessagesInCapture found = read(
                CaptureBuilder.pcap()
                        .segment(CLIENT, HOST, 1, false, request)
                        .segment(HOST, CLIENT, 1, false, answer)
                        .segment(CLIENT, HOST, 1 + request.length, false, request),
                framing);

        assertThat(found.remarks()).isEmpty();
        assertThat(found.messages()).extracting(MessageInCapture::mti).containsExactly("0800", "0810", "0800");
        assertThat(found.messages().get(1).bytes()).isEqualTo(ANSWER);
        assertThat(found.messages())
                .extracting(message -> message.packet().number())
                .containsExactly(1, 2, 3);
        assertThat(found.messages().get(0)).hasToString("a message of " + ECHO.length + " bytes in packet 1");
    }

    @Test
    void shouldFindFramesAgainWhenTheCaptureBeginsInTheMiddleOfOne() throws IOException {
        byte[] frame = framed("binary2", ECHO);
        byte[] rest = Arrays.copyOfRange(frame, 20, frame.length);
        byte[] two = Bytes.join(frame, Arrays.copyOf(frame, 10));

        MessagesInCapture found = read(
                CaptureBuilder.pcap()
                        .segment(CLIENT, HOST, 1, false, rest)
                        .segment(CLIENT, HOST, 1 + rest.length, false, two)
                        .segment(
                                CLIENT,
                                HOST,
                                1 + rest.length + two.length,
                                false,
                                Arrays.copyOfRange(frame, 10, frame.length)),
                "binary2");

        assertThat(found.messages()).extracting(MessageInCapture::mti).containsExactly("0800", "0800");
        assertThat(found.messages()).extracting(MessageInCapture::hex).allMatch(hex -> hex.startsWith("30383030"));
    }

    @Test
    void shouldTakeTheFramingThatFitsWhenTheConnectionsDoesNot() throws IOException {
        MessagesInCapture found =
                read(CaptureBuilder.pcap().segment(CLIENT, HOST, 1, false, framed("ascii4", ECHO)), "binary2");

        assertThat(found.messages()).extracting(MessageInCapture::mti).containsExactly("0800");
        assertThat(found.remarks())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("the framing length=binary2 of the connection does not fit, ")
                .endsWith(" does");
    }

    @Test
    void shouldSaySoWhenTheCaptureIsEncryptedOrHoldsNoFrame() {
        byte[] record = {22, 3, 1, 0, 2, 1, 0};

        assertThatThrownBy(() -> read(CaptureBuilder.pcap().segment(CLIENT, HOST, 1, false, record), "binary2"))
                .hasMessageStartingWith("the capture is encrypted: its connections speak TLS; ");
        assertThatThrownBy(() -> read(CaptureBuilder.pcap().segment(CLIENT, HOST, 1, false, text("hello")), "binary2"))
                .hasMessage("no frame of length=binary2 was found in the capture, nor of any other framing known here");
    }

    @Test
    void shouldShowTheFirstWhenThereAreMoreThanTenThousand() throws IOException {
        byte[] frame = framed("binary2", ECHO);
        CaptureBuilder capture = CaptureBuilder.pcap();
        byte[] many = Bytes.join(Collections.nCopies(20, frame).toArray(byte[][]::new));
        for (int i = 0; i < 501; i++) {
            capture.segment(CLIENT, HOST, 1 + i * many.length, false, many);
        }

        MessagesInCapture found = read(capture, "binary2");

        assertThat(found.messages()).hasSize(10_000);
        assertThat(found.remarks())
                .isEqualTo(List.of("it has more than 10000 messages, and the first 10000 are shown"));
    }
}

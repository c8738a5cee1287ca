package io.github.isostress.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FrameReaderPropertyTest {
    private static final byte ETX = 0x03;

    @Provide
    Arbitrary<String> framingsWithAnEnd() {
        return Arbitraries.of(
                "binary2",
                "binary2-inclusive",
                "binary2-le",
                "binary4",
                "bcd2",
                "ascii4",
                "hex4",
                "tpdu",
                "visa",
                "etx",
                "tpdu inclusive trailer=03",
                "binary2 header=AA skip=1 trailer=0D0A",
                "ascii4 length=ascii3 max=900",
                "binary4 length=binary3-le");
    }

    @Provide
    Arbitrary<String> presets() {
        return Arbitraries.of(Arrays.stream(FramingPreset.values())
                .map(FramingPreset::presetName)
                .toList());
    }

    /** No message holds the byte that ends a frame of {@code etx}. */
    @Provide
    Arbitrary<byte[]> message() {
        return Arbitraries.bytes()
                .map(each -> each == ETX ? (byte) 0x30 : each)
                .array(byte[].class)
                .ofMinSize(1)
                .ofMaxSize(800);
    }

    /** Bytes as they may come: any at all, or such as lengths are made of. */
    @Provide
    Arbitrary<byte[]> garbage() {
        return Arbitraries.oneOf(
                        Arbitraries.bytes(),
                        Arbitraries.of((byte) 0, (byte) 1, (byte) 2, (byte) 3, (byte) '0', (byte) '1', (byte) 'F'))
                .array(byte[].class)
                .ofMaxSize(200);
    }

    @Property(tries = 500)
    void shouldGiveTheSameMessagesWhenTheStreamIsCutAnywhere(
            @ForAll("framingsWithAnEnd") String text,
            @ForAll @Size(max = 8) List<@From("message") byte[]> messages,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 300) Integer> pieces)
            throws Exception {
        Framing framing = FramingText.parse(text);
        java.io.ByteArrayOutputStream stream = new java.io.ByteArrayOutputStream();
        for (byte[] message : messages) {
            stream.writeBytes(framing.wrap(message));
        }
        FrameReader reader = new FrameReader(
                new ByteStreamSource(
                        stream.toByteArray(),
                        pieces.stream().mapToInt(Integer::intValue).toArray()),
                framing);

        List<byte[]> read = new ArrayList<>();
        for (Frame frame = reader.read(0); frame != null; frame = reader.read(0)) {
            read.add(frame.message());
        }

        assertThat(read).usingRecursiveComparison().isEqualTo(messages);
    }

    @Property(tries = 2000)
    void shouldEndOnlyAsDeclaredWhenBytesAreGarbage(
            @ForAll("presets") String preset,
            @ForAll("garbage") byte[] garbage,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 60) Integer> pieces,
            @ForAll boolean ends)
            throws IOException {
        int[] sizes = pieces.stream().mapToInt(Integer::intValue).toArray();
        ByteSource source = ends ? new ByteStreamSource(garbage, sizes) : ByteStreamSource.thenSilent(garbage, sizes);
        FrameReader reader = new FrameReader(source, FramingPreset.named(preset).framing());
        int taken = 0;
        try {
            for (Frame frame = reader.read(0); frame != null; frame = reader.read(0)) {
                taken += frame.bytes().length;
                assertThat(frame.message()).isNotEmpty();
            }
        } catch (FailureException e) {
            assertThat(e.failure()).isIn(Failure.BAD_FRAME, Failure.FRAME_LENGTH, Failure.CLOSED_INSIDE_FRAME);
        } catch (SocketTimeoutException e) {
            assertThat(ends).isFalse();
        }
        assertThat(taken + reader.pending().length).isLessThanOrEqualTo(garbage.length);
    }
}

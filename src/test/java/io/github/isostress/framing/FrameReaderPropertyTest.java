package io.github.isostress.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.AnyFraming;
import io.github.isostress.support.ByteStreamSource;
import io.github.isostress.support.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.lang3.ArrayUtils;

class FrameReaderPropertyTest {
    /** Framings whose received header is as long as the sent one, unless it says its own length. */
    @Provide
    Arbitrary<Framing> framings() {
        return AnyFraming.ofTheLanguage()
                .map(framing -> saysItsOwnLength(framing.header()) ? framing : framing.asSent());
    }

    private static boolean saysItsOwnLength(FrameHeader header) {
        byte[] fixed = header.sent().toArray();
        return header.hasOwnLength() && header.received(fixed, 0, fixed.length) == fixed.length;
    }

    @Provide
    Arbitrary<String> presets() {
        return Arbitraries.of(Arrays.stream(FramingPreset.values())
                .map(FramingPreset::presetName)
                .toList());
    }

    @Provide
    Arbitrary<byte[]> message() {
        return Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(800);
    }

    /** Any bytes, or bytes that lengths are made of. */
    @Provide
    Arbitrary<byte[]> garbage() {
        return Arbitraries.oneOf(
                        Arbitraries.bytes(),
                        Arbitraries.of((byte) 0, (byte) 1, (byte) 2, (byte) 3, (byte) '0', (byte) '1', (byte) 'F'))
                .array(byte[].class)
                .ofMaxSize(200);
    }

    @Property(tries = 3000)
    void shouldGiveTheSameMessagesWhenTheStreamIsCutAnywhere(
            @ForAll("framings") Framing framing,
            @ForAll @Size(min = 1, max = 8) List<@From("message") byte[]> drawn,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 300) Integer> pieces)
            throws Exception {
        List<byte[]> messages = drawn.stream()
                .map(message -> sendable(message, framing))
                .limit(framing.endsWhenQuiet() ? 1 : drawn.size())
                .toList();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        messages.forEach(message -> stream.writeBytes(framing.wrap(message)));
        FrameReader reader = new FrameReader(
                new ByteStreamSource(
                        stream.toByteArray(),
                        pieces.stream().mapToInt(Integer::intValue).toArray()),
                framing);

        List<byte[]> read = new ArrayList<>();
        for (Frame frame = reader.read(0); frame != null; frame = reader.read(0)) {
            assertThat(frame.bytes()).isEqualTo(framing.wrap(frame.message()));
            read.add(frame.message());
        }

        assertThat(read).usingRecursiveComparison().isEqualTo(messages);
    }

    /** The message, short enough for the framing; where only a trailer ends a frame, without the trailer's bytes. */
    private static byte[] sendable(byte[] message, Framing framing) {
        byte[] sendable = Arrays.copyOf(message, (int) Math.min(message.length, framing.longestMessage()));
        if (framing.endsAtTrailer()) {
            byte[] trailer = framing.trailer().toArray();
            byte free = 0x30;
            while (ArrayUtils.contains(trailer, free)) {
                free++;
            }
            for (int i = 0; i < sendable.length; i++) {
                sendable[i] = ArrayUtils.contains(trailer, sendable[i]) ? free : sendable[i];
            }
        }
        return sendable;
    }

    /** Before each message comes a poll: uncounted parts and a length of zero. */
    @Property(tries = 1000)
    void shouldHearOfPollsWhenTheyStandBetweenMessages(
            @ForAll("framings") Framing framing,
            @ForAll @Size(min = 1, max = 4) List<@From("message") byte[]> drawn,
            @ForAll @IntRange(min = 1, max = 30) int piece)
            throws Exception {
        Assume.that(framing.prefix().width() > 0);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] message : drawn) {
            stream.writeBytes(poll(framing));
            stream.writeBytes(framing.wrap(sendable(message, framing)));
        }
        List<byte[]> polls = new ArrayList<>();
        FrameReader reader = new FrameReader(
                new ByteStreamSource(stream.toByteArray(), piece),
                framing,
                (poll, deadlineNanos) -> polls.add(poll.bytes()));

        int messages = 0;
        while (reader.read(0) != null) {
            messages++;
        }

        assertThat(messages).isEqualTo(drawn.size());
        assertThat(polls)
                .hasSize(drawn.size())
                .allSatisfy(poll -> assertThat(poll).isEqualTo(poll(framing)));
    }

    private static byte[] poll(Framing framing) {
        byte[] whole = framing.wrap(new byte[0]);
        int headerStart = framing.messageStart() - framing.header().length();
        byte[] header = Arrays.copyOfRange(whole, headerStart, framing.messageStart());
        byte[] beginning = Arrays.copyOf(whole, headerStart);
        framing.prefix().write(0, beginning, framing.lead().length());
        byte[] nothing = {};
        byte[] covered = Bytes.join(
                beginning,
                framing.counts(FramePart.HEADER) ? nothing : header,
                framing.counts(FramePart.TRAILER) ? nothing : framing.trailer().toArray());
        if (framing.lrc() == Lrc.NONE || framing.counts(FramePart.LRC)) {
            return covered;
        }
        byte lrc = 0;
        for (int i = framing.lrc() == Lrc.WHOLE ? 0 : framing.lead().length(); i < covered.length; i++) {
            lrc ^= covered[i];
        }
        return Bytes.join(covered, new byte[] {framing.lrc() == Lrc.MESSAGE ? 0 : lrc});
    }

    /** A wrong LRC is refused, whatever it covers. */
    @Property(tries = 500)
    void shouldRefuseTheFrameWhenItsLrcIsAnother(
            @ForAll("framings") Framing framing,
            @ForAll("message") byte[] drawn,
            @ForAll @IntRange(min = 1, max = 255) int difference) {
        Assume.that(framing.lrc() != Lrc.NONE);
        byte[] frame = framing.wrap(sendable(drawn, framing));
        byte right = frame[frame.length - 1];
        frame[frame.length - 1] ^= (byte) difference;
        FrameReader reader = new FrameReader(new ByteStreamSource(frame, frame.length), framing);

        assertThatThrownBy(() -> reader.read(0))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("the LRC is %02X, expected was %02X", frame[frame.length - 1], right);
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

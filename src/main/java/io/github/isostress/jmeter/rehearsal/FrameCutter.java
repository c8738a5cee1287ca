package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.draft.capture.CapturedBytes;
import io.github.isostress.framing.Frame;
import io.github.isostress.framing.Framing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cuts what was captured of one direction into messages. Where no frame fits, it looks again where the next packet
 * begins: senders begin a frame in a packet.
 */
final class FrameCutter {
    /** Lead, length, filler and header are shorter. */
    private static final int LONGEST_BEGINNING = 300;

    private final byte[] bytes;
    private final CapturedBytes captured;
    private final Framing framing;
    private final List<Cut> cuts = new ArrayList<>();

    /** A message and where its frame begins. */
    record Cut(int offset, byte[] message) {}

    private FrameCutter(CapturedBytes captured, Framing framing) {
        this.captured = captured;
        this.bytes = captured.bytes();
        this.framing = framing;
    }

    /**
     * The messages.
     *
     * @param framing as it reads what comes; headers may differ in the other direction, which is tried, too
     * @param most how many at most
     */
    static List<Cut> cut(CapturedBytes captured, Framing framing, int most) {
        FrameCutter cutter = new FrameCutter(captured, framing);
        return framing.prefix().width() == 0 && framing.trailer().isEmpty()
                ? cutter.packets(most)
                : cutter.frames(most);
    }

    /** A frame without any mark ends when nothing more comes. */
    private List<Cut> packets(int most) {
        int at = 0;
        while (at < bytes.length && cuts.size() < most) {
            int end = captured.nextPacket(at);
            int begin = at;
            framing.firstFrame(Arrays.copyOfRange(bytes, at, end))
                    .ifPresent(frame -> cuts.add(new Cut(begin, frame.message())));
            at = end;
        }
        return cuts;
    }

    private List<Cut> frames(int most) {
        int at = 0;
        while (at < bytes.length && cuts.size() < most) {
            Optional<Frame> frame = frameAt(at);
            if (frame.isPresent() && frame.get().message().length > 0) {
                cuts.add(new Cut(at, frame.get().message()));
            }
            at = frame.isPresent() ? at + frame.get().bytes().length : captured.nextPacket(at);
        }
        return cuts;
    }

    private Optional<Frame> frameAt(int at) {
        return Stream.of(framing, framing.asSent())
                .flatMap(each -> frameAt(at, each).stream())
                .findFirst();
    }

    private Optional<Frame> frameAt(int at, Framing each) {
        int rest = bytes.length - at;
        byte[] beginning = Arrays.copyOfRange(bytes, at, at + Math.min(rest, LONGEST_BEGINNING));
        long announced = each.announcedFrame(beginning).orElse(each.prefix().width() == 0 ? rest : -1L);
        long length = each.prefix().width() == 0 ? Math.min(rest, each.maxLength() + LONGEST_BEGINNING) : announced;
        return length > 0 && length <= rest
                ? each.firstFrame(Arrays.copyOfRange(bytes, at, at + (int) length))
                : Optional.empty();
    }
}

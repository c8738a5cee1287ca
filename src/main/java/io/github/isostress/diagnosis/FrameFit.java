package io.github.isostress.diagnosis;

import io.github.isostress.framing.Frame;
import io.github.isostress.framing.FramePart;
import io.github.isostress.framing.Framing;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How received bytes divide into frames of one framing.
 *
 * @param message the first frame's message, as far as it has come
 * @param messageStart its offset in the frame
 * @param frameLength the first frame's length in bytes
 * @param came how many bytes have come
 * @param extent how the bytes end
 */
record FrameFit(byte[] message, int messageStart, int frameLength, int came, Extent extent) {
    /** Bytes that tell a frame's length: lead, length, filler and the headers of Visa's reject are shorter. */
    private static final int LONGEST_BEGINNING = 300;

    /** From the strongest evidence to the weakest. */
    enum Extent {
        /** Whole frames and nothing else. */
        WHOLE,
        /** A whole frame, and a last one that is not complete. */
        FOLLOWED,
        /** A whole frame, then bytes that are no frame. */
        LEFT_OVER,
        /** The beginning of a frame. */
        BEGUN
    }

    /** How many bytes follow the first frame. */
    int left() {
        return came - frameLength;
    }

    /** How many bytes of the first frame have not come. */
    int missing() {
        return frameLength - came;
    }

    /** Empty if the bytes do not begin with a frame. */
    static Optional<FrameFit> of(Framing framing, byte[] bytes) {
        OptionalLong announced = framing.announcedFrame(bytes);
        boolean hasLength = framing.prefix().width() > 0;
        if (announced.isPresent() ? announced.getAsLong() <= overhead(framing) : hasLength) {
            return Optional.empty();
        }
        if (announced.orElse(0) > bytes.length) {
            return Optional.of(begun(framing, bytes, (int) announced.getAsLong()));
        }
        return framing.firstFrame(bytes)
                .filter(frame -> announced.orElse(frame.bytes().length) == frame.bytes().length)
                .map(frame -> whole(framing, bytes, frame));
    }

    private static int overhead(Framing framing) {
        return beforeMessage(framing) + framing.length(FramePart.TRAILER) + framing.length(FramePart.LRC);
    }

    private static int beforeMessage(Framing framing) {
        return framing.messageStart()
                - framing.header().length()
                + Math.max(0, framing.header().skip());
    }

    private static FrameFit begun(Framing framing, byte[] bytes, int frameLength) {
        int start = Math.min(beforeMessage(framing), bytes.length);
        byte[] message = Arrays.copyOfRange(bytes, start, bytes.length);
        return new FrameFit(message, start, frameLength, bytes.length, Extent.BEGUN);
    }

    private static FrameFit whole(Framing framing, byte[] bytes, Frame frame) {
        int end = frame.bytes().length;
        Extent extent = framing.prefix().width() > 0 ? extent(framing, bytes, end) : extent(framing, bytes);
        return new FrameFit(frame.message(), frame.messageStart(), end, bytes.length, extent);
    }

    /** Reads the lengths from frame to frame. */
    private static Extent extent(Framing framing, byte[] bytes, int firstEnd) {
        long end = firstEnd;
        while (end < bytes.length) {
            int at = (int) end;
            byte[] beginning = Arrays.copyOfRange(bytes, at, Math.min(at + LONGEST_BEGINNING, bytes.length));
            OptionalLong next = framing.announcedFrame(beginning);
            if (next.isEmpty()) {
                return Extent.LEFT_OVER;
            }
            end += next.getAsLong();
        }
        return end == bytes.length ? Extent.WHOLE : Extent.FOLLOWED;
    }

    private static Extent extent(Framing framing, byte[] bytes) {
        int trailer = bytes.length - framing.length(FramePart.TRAILER) - framing.length(FramePart.LRC);
        return framing.trailer().standAt(trailer, bytes) ? Extent.WHOLE : Extent.FOLLOWED;
    }
}

package io.github.isostress.diagnosis;

import io.github.isostress.wire.Frame;
import io.github.isostress.wire.Framing;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How bytes that came divide into frames of one framing.
 *
 * @param message the first frame's message, or what has come of it
 * @param frameLength how many bytes the first frame has in all
 * @param came how many bytes have come
 * @param extent how the bytes end
 */
record FrameFit(byte[] message, int frameLength, int came, Extent extent) {
    private static final int LONGEST_PREFIX = 9;

    /** From the strongest evidence to the weakest. */
    enum Extent {
        /** One or more whole frames and nothing else. */
        WHOLE,
        /** A whole frame, and a last one that has not come to its end. */
        FOLLOWED,
        /** A whole frame, and what is none. */
        LEFT_OVER,
        /** The beginning of a frame. */
        BEGUN
    }

    /** How many bytes stand behind the first frame. */
    int left() {
        return came - frameLength;
    }

    /** How many bytes of the first frame have not come. */
    int missing() {
        return frameLength - came;
    }

    /** Empty if the bytes do not even begin with a frame. */
    static Optional<FrameFit> of(Framing framing, byte[] bytes) {
        int overhead = framing.prefix().width() + framing.skippedHeader() + framing.trailer().length;
        OptionalLong announced = framing.announcedFrame(bytes);
        if (announced.isPresent()
                ? announced.getAsLong() <= overhead
                : framing.prefix().width() > 0) {
            return Optional.empty();
        }
        if (announced.orElse(0) > bytes.length) {
            return Optional.of(begun(framing, bytes, (int) announced.getAsLong()));
        }
        return framing.firstFrame(bytes)
                .filter(frame -> announced.orElse(frame.bytes().length) == frame.bytes().length)
                .map(frame -> whole(framing, bytes, frame));
    }

    private static FrameFit begun(Framing framing, byte[] bytes, int frameLength) {
        int start = Math.min(framing.prefix().width() + framing.skippedHeader(), bytes.length);
        return new FrameFit(Arrays.copyOfRange(bytes, start, bytes.length), frameLength, bytes.length, Extent.BEGUN);
    }

    private static FrameFit whole(Framing framing, byte[] bytes, Frame frame) {
        int end = frame.bytes().length;
        Extent extent = framing.prefix().width() > 0 ? extent(framing, bytes, end) : extent(framing, bytes);
        return new FrameFit(frame.message(), end, bytes.length, extent);
    }

    /** Follows the lengths from frame to frame. */
    private static Extent extent(Framing framing, byte[] bytes, int firstEnd) {
        long end = firstEnd;
        while (end < bytes.length) {
            int at = (int) end;
            byte[] prefix = Arrays.copyOfRange(bytes, at, Math.min(at + LONGEST_PREFIX, bytes.length));
            OptionalLong next = framing.announcedFrame(prefix);
            if (next.isEmpty()) {
                return Extent.LEFT_OVER;
            }
            end += next.getAsLong();
        }
        return end == bytes.length ? Extent.WHOLE : Extent.FOLLOWED;
    }

    private static Extent extent(Framing framing, byte[] bytes) {
        byte[] trailer = framing.trailer();
        int last = bytes.length - trailer.length;
        return Arrays.equals(bytes, last, bytes.length, trailer, 0, trailer.length) ? Extent.WHOLE : Extent.FOLLOWED;
    }
}

package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * Cuts a stream of bytes into frames. Whatever comes, a read ends with a frame, a declared exception, or at its
 * deadline. Used by one thread at a time.
 */
public final class FrameReader {
    /** How long the line must be silent to end a frame that has neither length nor trailer. */
    static final long QUIET_NANOS = 20_000_000L;

    private static final int MOST_TAKEN_IN = 65_536;

    private final ByteSource source;
    private final Framing framing;
    private byte[] buffer = new byte[2048];
    private int filled;
    private long firstByteNanos;
    private long lastByteNanos;

    FrameReader(ByteSource source, Framing framing) {
        this.source = source;
        this.framing = framing;
    }

    /**
     * Reads the next frame. Frames of length zero are keep-alives and are passed over.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @return null if the stream ended before the first byte of a frame
     * @throws SocketTimeoutException at the deadline
     * @throws FailureException {@link Failure#BAD_FRAME}, {@link Failure#FRAME_LENGTH} or
     *     {@link Failure#CLOSED_INSIDE_FRAME}
     */
    Frame read(long deadlineNanos) throws IOException, FailureException {
        while (true) {
            Frame frame = framing.endsWhenQuiet()
                    ? readUntilQuiet(deadlineNanos)
                    : framing.endsAtTrailer() ? readToTrailer(deadlineNanos) : readByLength(deadlineNanos);
            if (frame == null || frame.messageLength() > 0) {
                return frame;
            }
        }
    }

    /** A copy of what has come of an unfinished frame. */
    byte[] pending() {
        return Arrays.copyOf(buffer, filled);
    }

    boolean hasPending() {
        return filled > 0;
    }

    /** How much has come of a frame that has begun, in words; empty if none has. */
    String progress() {
        if (filled == 0) {
            return "";
        }
        OptionalLong whole = framing.announcedFrame(buffer, filled);
        return whole.isPresent()
                ? filled + " of " + whole.getAsLong() + " bytes of a frame"
                : filled + (filled == 1 ? " byte" : " bytes") + " of an unfinished frame";
    }

    private Frame readByLength(long deadlineNanos) throws IOException, FailureException {
        int prefix = framing.prefix().width();
        if (!fillTo(prefix, deadlineNanos)) {
            return null;
        }
        long length = framing.prefix().read(buffer, 0);
        if (length < 0) {
            throw badFrame("the first " + prefix + " bytes are " + hex(prefix) + ", which is no length");
        }
        if (framing.isKeepAlive(length)) {
            int end = prefix + framing.uncountedHeader();
            fillTo(end, deadlineNanos);
            return cut(end, end, 0);
        }
        if (length < framing.leastLength() || length > framing.mostLength()) {
            throw new FailureException(
                    Failure.FRAME_LENGTH,
                    "the first " + prefix + " bytes are " + hex(prefix) + ", a length of " + length + ", outside "
                            + framing.leastLength() + " to " + framing.mostLength());
        }
        int whole = prefix + (int) framing.bytesAfterPrefix(length);
        fillTo(whole, deadlineNanos);
        checkTrailer(whole);
        int start = prefix + framing.skippedHeader();
        return cut(whole, start, whole - start - framing.trailerLength());
    }

    private void checkTrailer(int end) throws FailureException {
        if (!framing.isTrailerBefore(end, buffer)) {
            throw badFrame("the frame of " + end + " bytes does not end with its trailer");
        }
    }

    private Frame readToTrailer(long deadlineNanos) throws IOException, FailureException {
        int header = framing.skippedHeader();
        int trailer = framing.trailerLength();
        for (int end = header + trailer; ; end++) {
            if (!fillTo(end, deadlineNanos)) {
                return null;
            }
            if (framing.isTrailerBefore(end, buffer)) {
                return cut(end, header, end - trailer - header);
            }
            if (end - header - trailer >= framing.maxLength()) {
                throw badFrame("no trailer in the first " + end + " bytes");
            }
        }
    }

    /** Without a quiet time before the deadline nobody knows whether the frame is whole. */
    private Frame readUntilQuiet(long deadlineNanos) throws IOException, FailureException {
        int header = framing.skippedHeader();
        if (!fillTo(header + 1, deadlineNanos)) {
            return null;
        }
        while (filled - header <= framing.maxLength()) {
            long quiet = System.nanoTime() + QUIET_NANOS;
            boolean timeForQuiet = quiet - deadlineNanos <= 0;
            try {
                if (!readSome(timeForQuiet ? quiet : deadlineNanos)) {
                    return cut(filled, header, filled - header);
                }
            } catch (SocketTimeoutException e) {
                if (timeForQuiet) {
                    return cut(filled, header, filled - header);
                }
                throw e;
            }
        }
        throw badFrame("more than " + framing.maxLength() + " bytes without a pause");
    }

    /** Reads until the buffer holds so many bytes; false if the stream ended before the first of them. */
    private boolean fillTo(int wanted, long deadlineNanos) throws IOException, FailureException {
        while (filled < wanted) {
            if (!readSome(deadlineNanos)) {
                if (filled == 0) {
                    return false;
                }
                throw new FailureException(Failure.CLOSED_INSIDE_FRAME, "the stream ended after " + progress());
            }
        }
        return true;
    }

    /**
     * Reads what has come and keeps it for the next {@link #read}, without looking whether it is a frame.
     *
     * @return false if the stream has ended
     */
    boolean takeIn(long deadlineNanos) throws IOException {
        try {
            while (filled < MOST_TAKEN_IN) {
                if (!readSome(deadlineNanos)) {
                    return false;
                }
            }
            return true;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    private boolean readSome(long deadlineNanos) throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = source.read(buffer, filled, buffer.length - filled, deadlineNanos);
        if (read < 0) {
            return false;
        }
        lastByteNanos = System.nanoTime();
        if (filled == 0) {
            firstByteNanos = lastByteNanos;
        }
        filled += read;
        return true;
    }

    /** Takes the first {@code end} bytes out of the buffer; bytes of the next frame move to the front. */
    private Frame cut(int end, int messageStart, int messageLength) {
        byte[] bytes = Arrays.copyOf(buffer, end);
        System.arraycopy(buffer, end, buffer, 0, filled - end);
        filled -= end;
        long first = firstByteNanos;
        firstByteNanos = lastByteNanos;
        return new Frame(bytes, messageStart, messageLength, first, lastByteNanos);
    }

    private static FailureException badFrame(String particulars) {
        return new FailureException(Failure.BAD_FRAME, particulars);
    }

    private String hex(int count) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(buffer, 0, count);
    }
}

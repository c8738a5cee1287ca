package io.github.isostress.framing;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

/** The bytes that have come and are no part of a frame that was taken. Used by one thread at a time. */
public final class FrameBuffer {
    /** How much is kept of what is read without looking at it. */
    public static final int MOST_TAKEN_IN = 65_536;

    private final ByteSource source;
    private final FrameGauge gauge;
    private byte[] bytes = new byte[2048];
    private int filled;
    private long firstByteNanos;
    private long lastByteNanos;

    FrameBuffer(ByteSource source, FrameGauge gauge) {
        this.source = source;
        this.gauge = gauge;
    }

    /** The bytes themselves; valid up to {@link #filled()} and until more are read. */
    byte[] bytes() {
        return bytes;
    }

    int filled() {
        return filled;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, filled);
    }

    /** How much has come of a frame that has begun, in words; empty if none has. */
    String progress() {
        if (filled == 0) {
            return "";
        }
        OptionalLong whole = gauge.announcedFrame(bytes, filled);
        return whole.isPresent()
                ? filled + " of " + whole.getAsLong() + " bytes of a frame"
                : filled + (filled == 1 ? " byte" : " bytes") + " of an unfinished frame";
    }

    /** Whether the first frame is all there; false where only its end would tell. */
    boolean holdsWholeFrame() {
        OptionalLong whole = gauge.announcedFrame(bytes, filled);
        return whole.isPresent() && whole.getAsLong() <= filled;
    }

    /** Reads until so many bytes are there; false if the stream ended before the first of them. */
    boolean fillTo(int wanted, long deadlineNanos) throws IOException, FailureException {
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
     * Reads what has come and keeps it, without looking whether it is a frame.
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

    /** Reads at least one byte; false if the stream has ended. */
    boolean readSome(long deadlineNanos) throws IOException {
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = source.read(bytes, filled, bytes.length - filled, deadlineNanos);
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

    /** Takes the first {@code end} bytes out; bytes of the next frame move to the front. */
    Frame cut(int end, int messageStart, int messageLength) {
        byte[] frame = Arrays.copyOf(bytes, end);
        System.arraycopy(bytes, end, bytes, 0, filled - end);
        filled -= end;
        long first = firstByteNanos;
        firstByteNanos = lastByteNanos;
        return new Frame(frame, messageStart, messageLength, first, lastByteNanos);
    }

    String hex(int from, int to) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, from, to);
    }
}

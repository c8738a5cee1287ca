package io.github.isostress.framing;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

/** Received bytes that were not yet taken out as a frame. Used by one thread at a time. */
public final class FrameBuffer {
    /** The most bytes that {@link #takeIn} keeps: 64 KiB. */
    public static final int MOST_TAKEN_IN = 65_536;

    private final ByteSource source;
    private final FrameLayout layout;
    private byte[] bytes = new byte[2048];
    private int filled;
    private long firstByteNanos;
    private long lastByteNanos;

    FrameBuffer(ByteSource source, FrameLayout layout) {
        this.source = source;
        this.layout = layout;
    }

    /** The buffer itself; its bytes up to {@link #filled()} are valid until the next read. */
    byte[] bytes() {
        return bytes;
    }

    int filled() {
        return filled;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, filled);
    }

    /** How much of an unfinished frame has come, in words; empty if nothing has. */
    String progress() {
        if (filled == 0) {
            return "";
        }
        OptionalLong whole = layout.announcedFrame(bytes, filled);
        return whole.isPresent()
                ? filled + " of " + whole.getAsLong() + " bytes of a frame"
                : filled + (filled == 1 ? " byte" : " bytes") + " of an unfinished frame";
    }

    /** Whether the first frame is complete; false if only a trailer or a pause would tell. */
    boolean holdsWholeFrame() {
        OptionalLong whole = layout.announcedFrame(bytes, filled);
        return whole.isPresent() && whole.getAsLong() <= filled;
    }

    /** Reads until {@code wanted} bytes are there; false if the stream ended before the first byte. */
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
     * Reads until the deadline or until {@link #MOST_TAKEN_IN} bytes are there, without looking for frames.
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

    /** Takes out the first {@code end} bytes as a frame; bytes of the next frame move to the front. */
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

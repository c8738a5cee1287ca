package io.github.isostress.framing;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.words.Plural;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

/** Received bytes that were not yet taken out as a frame. Used by one thread at a time. */
public final class FrameBuffer {
    /** The most bytes that {@link #takeIn} keeps: 64 KiB. */
    public static final int MOST_TAKEN_IN = 65_536;

    /** Room for what a terminal's host answers. */
    private static final int ROOM = 2_048;

    /** The room up to which it grows where one read fills it: many frames come at once then. */
    private static final int MOST_ROOM = 65_536;

    private final ByteSource source;
    private final FrameLayout layout;
    private byte[] bytes = new byte[ROOM];
    private int begin;
    private int end;
    private boolean wasFilledUp;
    private long firstByteNanos;
    private long lastByteNanos;

    FrameBuffer(ByteSource source, FrameLayout layout) {
        this.source = source;
        this.layout = layout;
    }

    /** The buffer itself; what {@link #at} says of it is valid until the next read. */
    byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes()} the first frame has its byte of that offset. */
    int at(int offset) {
        return begin + offset;
    }

    int filled() {
        return end - begin;
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, begin, end);
    }

    /** How much of an unfinished frame has come, in words; empty if nothing has. */
    String progress() {
        int filled = filled();
        if (filled == 0) {
            return "";
        }
        OptionalLong whole = layout.announcedFrame(copy(), filled);
        return whole.isPresent()
                ? filled + " of " + Plural.of(whole.getAsLong(), "byte") + " of a frame"
                : Plural.of(filled, "byte") + " of an unfinished frame";
    }

    /** Whether the first frame is complete; false if only a trailer or a pause would tell. */
    boolean holdsWholeFrame() {
        OptionalLong whole = layout.announcedFrame(copy(), filled());
        return whole.isPresent() && whole.getAsLong() <= filled();
    }

    /** Reads until {@code wanted} bytes are there; false if the stream ended before the first byte. */
    boolean fillTo(int wanted, long deadlineNanos) throws IOException, FailureException {
        while (filled() < wanted) {
            if (!readSome(deadlineNanos)) {
                if (filled() == 0) {
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
            while (filled() < MOST_TAKEN_IN) {
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
        makeRoom();
        int room = bytes.length - end;
        int read = source.read(bytes, end, room, deadlineNanos);
        if (read < 0) {
            return false;
        }
        lastByteNanos = System.nanoTime();
        if (end == 0) {
            firstByteNanos = lastByteNanos;
        }
        end += read;
        wasFilledUp = read == room;
        return true;
    }

    /** Moves what is there to the front: little, since whole frames are taken out before more is read. */
    private void makeRoom() {
        int filled = filled();
        if (filled == bytes.length || wasFilledUp && bytes.length < MOST_ROOM) {
            byte[] larger = new byte[2 * bytes.length];
            System.arraycopy(bytes, begin, larger, 0, filled);
            bytes = larger;
        } else if (begin > 0) {
            System.arraycopy(bytes, begin, bytes, 0, filled);
        }
        begin = 0;
        end = filled;
    }

    /** Takes out the first {@code length} bytes as a frame. */
    Frame cut(int length, int messageStart, int messageLength) {
        byte[] frame = Arrays.copyOfRange(bytes, begin, begin + length);
        begin += length;
        long first = firstByteNanos;
        firstByteNanos = lastByteNanos;
        return new Frame(frame, messageStart, messageLength, first, lastByteNanos);
    }

    /** The length of the first frame's header, as {@link FrameHeader#received} tells it by offsets in the frame. */
    int header(FrameHeader header, int from, int to) {
        return header.received(bytes, at(from), at(to));
    }

    String hex(int from, int to) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, at(from), at(to));
    }
}

package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.framing.FrameBuffer;
import io.github.isostress.framing.FrameReader;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Frames on a connection that came before they were awaited. Waits at most a few milliseconds, but where it says so. Used by one thread at a
 * time.
 */
public final class UnreadFrames {
    /** Time to read what has come already. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** Bounds the reading if the host never stops sending. */
    private static final long READING_IN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final FrameReader reader;
    private final FrameInput input;

    UnreadFrames(FrameReader reader, FrameInput input) {
        this.reader = reader;
        this.input = input;
    }

    /**
     * Whether received bytes were not taken: a frame, a part of one, or bytes inside TLS. Does not see the end of the
     * stream. Does not wait.
     */
    public boolean haveCome() {
        try {
            return reader.hasPending() || input.hasBytes();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Waits until bytes have come that were not taken, or the connection has ended, which the next {@link
     * HostConnection#receive} tells.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @return false if neither has happened by then
     */
    public boolean comeBy(long deadlineNanos) {
        try {
            return reader.hasBytesBy(deadlineNanos);
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Takes the frames that have come.
     *
     * @throws FailureException {@link Failure#CLOSED_BY_HOST} where the stream ends, or as {@link FrameReader#read}
     */
    void take(Consumer<Frame> taker) throws IOException, FailureException {
        long end = System.nanoTime() + MOMENT_NANOS;
        try {
            while (haveCome() && System.nanoTime() - end < 0) {
                Frame frame = reader.read(end);
                if (frame == null) {
                    throw new FailureException(Failure.CLOSED_BY_HOST, "the stream had ended before the request");
                }
                taker.accept(frame);
            }
        } catch (SocketTimeoutException e) {
            // A TLS record without data, or part of a frame: the time of its first byte shows that it began too early.
        }
    }

    /** Takes the complete frames, also after the connection was closed; the rest stays unfinished. */
    public List<Frame> takeRest() {
        List<Frame> rest = new ArrayList<>(0);
        long end = System.nanoTime() + MOMENT_NANOS;
        try {
            while (haveCome()) {
                Frame frame = reader.read(end);
                if (frame == null) {
                    break;
                }
                rest.add(frame);
            }
        } catch (IOException | FailureException e) {
            // The rest is no frame.
        }
        readIn();
        return rest;
    }

    /**
     * Reads what has come without taking it, for at most 100 ms. After the connection is closed it counts as
     * unfinished, even if it holds frames. Bytes beyond {@link FrameBuffer#MOST_TAKEN_IN} are only counted.
     */
    public void readIn() {
        long end = System.nanoTime() + READING_IN_NANOS;
        byte[] rest = {};
        try {
            while (input.hasBytes() && System.nanoTime() - end < 0) {
                long moment = System.nanoTime() + MOMENT_NANOS;
                if (reader.pendingBytes() < FrameBuffer.MOST_TAKEN_IN) {
                    reader.takeIn(moment);
                } else {
                    rest = rest.length == 0 ? new byte[FrameBuffer.MOST_TAKEN_IN] : rest;
                    input.read(rest, 0, rest.length, moment);
                }
            }
        } catch (IOException e) {
            // The stream has ended.
        }
    }

    /** Whether a complete frame has come and was not taken; reads what has come to know it. */
    boolean holdWholeFrame() {
        readIn();
        return reader.hasWholeFrame();
    }
}

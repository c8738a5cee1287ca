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

/** What has come on a connection before anybody waited for it. Waits no longer than a moment. Used by one thread at a time. */
public final class EarlyFrames {
    /** For what has come already to be read. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** A host that never stops sending is not read to its end. */
    private static final long READING_IN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final FrameReader reader;
    private final FrameInput input;

    EarlyFrames(FrameReader reader, FrameInput input) {
        this.reader = reader;
        this.input = input;
    }

    /** Whether there are bytes that nobody has taken. */
    boolean haveCome() {
        try {
            return reader.hasPending() || input.hasBytes();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Takes the frames.
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
            // A TLS record without data, or part of a frame: its time tells that it began too early.
        }
    }

    /** Takes the frames, those that were read before the connection was closed, too; what is left is unfinished. */
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
            // What is left is no frame.
        }
        readIn();
        return rest;
    }

    /**
     * Reads what has come without taking it, however long that takes this thread: once the connection is closed it is
     * unfinished, be there frames in it or not. Of more than anybody wants to look at the rest is only counted.
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
            // That was all.
        }
    }

    /** Whether a whole frame has come and was not taken; reads in what has come to know it. */
    boolean holdWholeFrame() {
        readIn();
        return reader.hasWholeFrame();
    }
}

package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/** Writes frames to a socket, each in one write and before a deadline. Thread-safe: writes do not overlap. */
final class FrameOutput implements AutoCloseable {
    private final DeadlineSocket transport;
    private final SocketLayer layer;
    private final OutputStream output;
    private final WriteDeadline writeDeadline;
    private volatile long writtenBytes;

    FrameOutput(DeadlineSocket transport, SocketLayer layer) throws IOException {
        this.transport = transport;
        this.layer = layer;
        this.output = layer.socket().getOutputStream();
        this.writeDeadline = new WriteDeadline(transport);
    }

    /**
     * Writes the first bytes, whole frames; after a failure the socket cannot be used.
     *
     * @param isHurried asked once the write counts as begun: whoever {@linkplain #hurry hurries} it before says so here
     */
    synchronized void write(byte[] frames, int length, long deadlineNanos, BooleanSupplier isHurried)
            throws FailureException {
        writtenBytes += length;
        writeDeadline.begin(deadlineNanos);
        if (isHurried.getAsBoolean()) {
            hurry();
        }
        try {
            output.write(frames, 0, length);
            output.flush();
        } catch (IOException e) {
            throw writeDeadline.end()
                    ? WireFailures.whileSending(layer.failureOf(LastAlert.after(e, transport, layer.socket())))
                    : notTaken(e);
        }
        if (!writeDeadline.end()) {
            throw notTaken(null);
        }
    }

    /** Ends the present write soon if the host does not take it; from any thread. */
    void hurry() {
        writeDeadline.shorten(System.nanoTime());
    }

    /** Bytes given to the socket or to TLS over it, whether or not they were sent. */
    long writtenBytes() {
        return writtenBytes;
    }

    /** Whether the host has not taken a write in time, for which the socket was closed. */
    boolean isNotTaken() {
        return writeDeadline.isMissed();
    }

    static FailureException notTaken(Exception e) {
        return new FailureException(Failure.SEND_FAILED, "the host did not take the whole request in time", e);
    }

    /** Ends the watching of deadlines. */
    @Override
    public void close() {
        writeDeadline.close();
    }
}

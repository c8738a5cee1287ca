package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.framing.FrameReader;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** Receives the frames of a connection, and tells what came instead of one. Used by one thread at a time. */
final class Receiving {
    /** Longer than any run. */
    private static final long FAR_NANOS = TimeUnit.DAYS.toNanos(365);

    /** While no frame has begun to come. */
    private static final long NONE = Long.MIN_VALUE;

    private final HostConnection connection;
    private final SocketLayer layer;
    private final FrameReader reader;
    private final IdleProbe idle;
    private volatile long begunNanos = NONE;

    Receiving(HostConnection connection, SocketLayer layer, FrameReader reader, IdleProbe idle) {
        this.connection = connection;
        this.layer = layer;
        this.reader = reader;
        this.idle = idle;
    }

    /** As {@link HostConnection#receive}. */
    Frame next(long deadlineNanos) throws FailureException {
        connection.checkUsable();
        try {
            return received(reader.read(deadlineNanos));
        } catch (SocketTimeoutException e) {
            throw outOfTime(e);
        } catch (IOException | FailureException e) {
            throw broken(e);
        }
    }

    /** As {@link HostConnection#receiveWhenever}. */
    Frame nextWhenever(FramePatience patience) throws FailureException {
        connection.checkUsable();
        while (true) {
            try {
                boolean begun = reader.hasPending() || reader.awaitFirstByte(System.nanoTime() + FAR_NANOS);
                return received(begun ? readBegun(patience) : null);
            } catch (SocketTimeoutException e) {
                FailureException failure = outOfTime(e);
                if (!connection.isOpen()) {
                    throw failure;
                }
            } catch (IOException | FailureException e) {
                throw broken(e);
            }
        }
    }

    /** A frame that does not come whole stays begun: whoever waits for it sees so until the connection is closed. */
    private Frame readBegun(FramePatience patience) throws IOException, FailureException {
        begunNanos = System.nanoTime();
        Frame frame = readWithin(patience);
        begunNanos = NONE;
        return frame;
    }

    private Frame readWithin(FramePatience patience) throws IOException, FailureException {
        try {
            return reader.read(begunNanos + patience.nanos());
        } catch (SocketTimeoutException e) {
            if (reader.hasPending() && patience.outlasts(reader.pending())) {
                return reader.read(System.nanoTime() + FAR_NANOS);
            }
            throw e;
        }
    }

    /** As {@link HostConnection#nanosOfFrame()}. */
    long nanosOfFrame() {
        long begun = begunNanos;
        return begun == NONE ? 0 : System.nanoTime() - begun;
    }

    private Frame received(Frame frame) throws FailureException {
        if (frame == null) {
            throw new FailureException(
                    Failure.CLOSED_BY_HOST, "the stream ended before the first byte of a response" + layer.suspicion());
        }
        idle.used(frame.lastByteNanos());
        return frame;
    }

    /** A failed answer to a poll has closed the connection already. */
    FailureException broken(Exception e) {
        FailureException failure = e instanceof IOException io
                ? WireFailures.whileReceiving(layer.failureOf(io), reader.progress())
                : (FailureException) e;
        return connection.polls().failedWith(failure)
                ? failure
                : connection.failed(connection.polls().toldIn(failure));
    }

    private FailureException outOfTime(SocketTimeoutException e) {
        boolean isPending = reader.hasPending();
        if (isPending && !connection.unread().holdWholeFrame()) {
            return connection.failed(new FailureException(Failure.PARTIAL_FRAME, reader.progress() + " came", e));
        }
        String came = isPending ? "time was up before all that had come was read" : "nothing came";
        FailureException nothing = connection.polls().toldIn(new FailureException(Failure.RESPONSE_TIMEOUT, came, e));
        return connection.isOpen() ? nothing : connection.failed(nothing);
    }
}

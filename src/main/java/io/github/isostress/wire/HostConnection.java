package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.framing.FrameReader;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.Polls;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.Consumer;

/**
 * One open socket to a host, plain or TLS, that frames are sent and received on. Used by one thread at a time, but for
 * {@link #interrupt()} and {@link #close()}, which any thread may call.
 */
public final class HostConnection implements AutoCloseable {
    private final DeadlineSocket transport;
    private final SocketLayer layer;
    private final FrameInput input;
    private final FrameOutput output;
    private final FrameReader reader;
    private final EarlyFrames early;
    private final IdleProbe idle;
    private final Polls polls;
    private final Framing framing;
    private final Opening opening;
    private volatile boolean interrupted;
    private volatile boolean open = true;

    /**
     * Speaks through sockets that are connected already.
     *
     * @param transport the TCP socket, which keeps the deadlines
     * @param layer what to read and write: the transport itself, or TLS layered on it
     */
    public HostConnection(DeadlineSocket transport, SocketLayer layer, Framing framing, Opening opening)
            throws IOException {
        this.transport = transport;
        this.layer = layer;
        this.framing = framing;
        this.opening = opening;
        this.output = new FrameOutput(transport, layer);
        this.input = new FrameInput(transport, layer);
        this.polls = new Polls(framing, this::sendBack);
        this.reader = new FrameReader(input, framing, polls::came);
        this.early = new EarlyFrames(reader, input);
        this.idle = new IdleProbe(reader);
    }

    /**
     * How many bytes have come, above TLS, frames and all else: but while the connection is open, not those of a frame
     * that has begun to come and not ended, see {@link #unfinished()}.
     */
    public long receivedBytes() {
        return open ? input.readBytes() - reader.pendingBytes() : input.readBytes();
    }

    /** How many bytes were given to the connection to be sent, above TLS, whatever became of them. */
    public long sentBytes() {
        return output.writtenBytes();
    }

    /** Whether frames may still be sent and received; a connection that is broken once is of no more use. */
    public boolean isOpen() {
        return open && !interrupted;
    }

    /** How messages are wrapped here. */
    public Framing framing() {
        return framing;
    }

    /** The socket underneath, for what a listener wants to know of it. */
    public Socket socket() {
        return layer.socket();
    }

    /** Whether TLS took up an earlier session, and so made no full handshake; false for plain TCP. */
    public boolean isResumed() {
        return layer.isResumed();
    }

    /** How it came about. */
    public Opening opening() {
        return opening;
    }

    /** When the last frame was sent or received, or else the connection opened, as {@link System#nanoTime()}. */
    public long lastUsedNanos() {
        return idle.lastUsedNanos();
    }

    /**
     * Sends a whole frame in one write.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @throws FailureException {@link Failure#SEND_FAILED}, {@link Failure#INTERRUPTED} or one of TLS; then it is closed
     */
    public void send(byte[] frame, long deadlineNanos) throws FailureException {
        checkUsable();
        try {
            output.write(frame, deadlineNanos);
        } catch (FailureException e) {
            throw ended(polls.toldIn(e));
        }
        idle.used(System.nanoTime());
    }

    private boolean sendBack(byte[] poll, long deadlineNanos) throws FailureException {
        if (isOpen()) {
            send(poll, deadlineNanos);
            return true;
        }
        return false;
    }

    /** The polls that came here. */
    public Polls polls() {
        return polls;
    }

    /**
     * Receives the next whole frame.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @throws FailureException {@link Failure#RESPONSE_TIMEOUT} if nothing came: the connection stays open then, and it is
     *     for the caller to close it or to be ready for what comes late. After every other failure it is closed
     */
    public Frame receive(long deadlineNanos) throws FailureException {
        checkUsable();
        try {
            Frame frame = reader.read(deadlineNanos);
            if (frame == null) {
                throw new FailureException(
                        Failure.CLOSED_BY_HOST,
                        "the stream ended before the first byte of a response" + layer.suspicion());
            }
            idle.used(frame.lastByteNanos());
            return frame;
        } catch (SocketTimeoutException e) {
            throw outOfTime(e);
        } catch (IOException | FailureException e) {
            throw broken(e);
        }
    }

    /** What the answer to a poll ended with has closed the connection already. */
    private FailureException broken(Exception e) {
        FailureException failure = e instanceof IOException io
                ? WireFailures.whileReceiving(layer.failureOf(io), reader.progress())
                : (FailureException) e;
        return polls.failedWith(failure) ? failure : failed(polls.toldIn(failure));
    }

    private FailureException outOfTime(SocketTimeoutException e) {
        boolean isPending = reader.hasPending();
        if (isPending && !early.holdWholeFrame()) {
            return failed(new FailureException(Failure.PARTIAL_FRAME, reader.progress() + " came", e));
        }
        String came = isPending ? "time was up before all that had come was read" : "nothing came";
        FailureException nothing = polls.toldIn(new FailureException(Failure.RESPONSE_TIMEOUT, came, e));
        return isOpen() ? nothing : failed(nothing);
    }

    /** A copy of what has come and was not taken: part of a frame, or what there was no time to read. */
    public byte[] unfinished() {
        return reader.pending();
    }

    /**
     * Takes the frames that have come before they were asked for: answers that came twice or late, or the host's own
     * messages. Waits for a moment at most, if something has come.
     *
     * @param taker is given each as it is taken
     * @throws FailureException the connection is closed then
     */
    public void takeEarly(Consumer<Frame> taker) throws FailureException {
        checkUsable();
        try {
            early.take(taker.andThen(frame -> idle.used(frame.lastByteNanos())));
        } catch (IOException | FailureException e) {
            throw broken(e);
        }
    }

    /** What has come and nobody has taken; to be looked at once more before the connection is closed. */
    public EarlyFrames early() {
        return early;
    }

    /**
     * Whether something has come that nobody has taken: a frame, a part of one, or what TLS keeps to itself. An end of
     * the stream is not seen here. Does not wait.
     */
    public boolean hasInput() {
        return early.haveCome();
    }

    /**
     * Whether the connection has ended while nobody used it. If nothing was sent or received for a second, this looks for
     * an end of the stream or a reset, which takes about a millisecond; else it only says whether the connection is
     * open. A connection found ended is closed. What has come meanwhile is kept in {@link #early()}.
     */
    public boolean closedWhileIdle() {
        if (isOpen() && idle.findsEnd()) {
            close();
        }
        return !isOpen();
    }

    private void checkUsable() throws FailureException {
        if (!isOpen()) {
            throw ended(null);
        }
    }

    /** As {@link #ended}, when what has come was read. */
    private FailureException failed(FailureException e) {
        early.readIn();
        return ended(e);
    }

    /** Closes the connection. Where we have ended it ourselves, what the socket says of it is no matter. */
    private FailureException ended(FailureException e) {
        boolean closed = !open;
        close();
        if (interrupted) {
            return WireFailures.interrupted(e);
        }
        return closed ? new FailureException(Failure.INTERRUPTED, "the connection had been closed", e) : e;
    }

    /**
     * Ends whatever another thread waits for on this connection, with {@link Failure#INTERRUPTED}; if it waits for nothing
     * now, then the next thing that it would wait for.
     */
    public void interrupt() {
        interrupted = true;
        SocketClosing.atOnce(transport);
    }

    /**
     * Closes the socket; for TLS with a close_notify. Does nothing the second time. Waits a tenth of a second at most for
     * a peer that does not read.
     */
    @Override
    public void close() {
        if (open) {
            open = false;
            output.close();
            SocketClosing.inGoodOrder(transport, layer.socket());
        }
    }
}

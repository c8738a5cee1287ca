package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.framing.FrameReader;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.Polls;
import java.io.IOException;
import java.net.Socket;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One open socket, plain or TLS, on which frames are sent and received. One thread at a time receives, and one at a time
 * sends, be it the same; any thread may call {@link #interrupt()} and {@link #close()}.
 */
public final class HostConnection implements AutoCloseable {
    private final DeadlineSocket transport;
    private final SocketLayer layer;
    private final FrameInput input;
    private final FrameOutput output;
    private final FrameReader reader;
    private final UnreadFrames unread;
    private final Receiving receiving;
    private final IdleProbe idle;
    private final Polls polls;
    private final Framing framing;
    private final ConnectTimes times;
    private volatile boolean interrupted;
    private volatile boolean open = true;

    /**
     * Uses sockets that are connected already.
     *
     * @param transport the TCP socket, which keeps the deadlines
     * @param layer what to read and write: the transport itself, or TLS layered on it
     */
    public HostConnection(DeadlineSocket transport, SocketLayer layer, Framing framing, ConnectTimes times)
            throws IOException {
        this.transport = transport;
        this.layer = layer;
        this.framing = framing;
        this.times = times;
        this.output = new FrameOutput(transport, layer);
        this.input = new FrameInput(transport, layer);
        this.polls = new Polls(framing, this::sendBack);
        this.reader = new FrameReader(input, framing, polls::came);
        this.unread = new UnreadFrames(reader, input);
        this.idle = new IdleProbe(reader);
        this.receiving = new Receiving(this, layer, reader, idle);
    }

    /** Bytes received above TLS, in frames or not; while the connection is open, without {@link #unfinished()}. */
    public long receivedBytes() {
        return open ? input.readBytes() - reader.pendingBytes() : input.readBytes();
    }

    /** Bytes given to the connection to be sent, above TLS, whether or not they were sent. */
    public long sentBytes() {
        return output.writtenBytes();
    }

    /** Whether frames can still be sent and received; false for ever after a failure. */
    public boolean isOpen() {
        return open && !interrupted;
    }

    public Framing framing() {
        return framing;
    }

    /** The TCP socket, or TLS over it. */
    public Socket socket() {
        return layer.socket();
    }

    /** Whether TLS resumed an earlier session, without a full handshake; false for plain TCP. */
    public boolean isResumed() {
        return layer.isResumed();
    }

    public ConnectTimes times() {
        return times;
    }

    /** When the last frame was sent or received, or else when the connection opened, as {@link System#nanoTime()}. */
    public long lastUsedNanos() {
        return idle.lastUsedNanos();
    }

    /**
     * Sends a whole frame in one write.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @throws FailureException {@link Failure#SEND_FAILED}, {@link Failure#INTERRUPTED} or one of TLS; then it is
     *     closed
     */
    public void send(byte[] frame, long deadlineNanos) throws FailureException {
        send(frame, frame.length, deadlineNanos, () -> false);
    }

    /** As {@link #send(byte[], long)}, of several whole frames that are the first bytes of these; maybe in a hurry. */
    void send(byte[] frames, int length, long deadlineNanos, BooleanSupplier isHurried) throws FailureException {
        checkUsable();
        try {
            output.write(frames, length, deadlineNanos, isHurried);
        } catch (FailureException e) {
            throw ended(polls.toldIn(e));
        }
        idle.used(System.nanoTime());
    }

    /** Ends a write that goes on now, and the connection with it, if the host takes nothing for a moment longer. */
    void hurryWrite() {
        output.hurry();
    }

    private boolean sendBack(byte[] poll, long deadlineNanos) throws FailureException {
        if (isOpen()) {
            send(poll, deadlineNanos);
            return true;
        }
        return false;
    }

    public Polls polls() {
        return polls;
    }

    /**
     * Receives the next frame that has a message.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @throws FailureException {@link Failure#RESPONSE_TIMEOUT} if no frame came; the connection stays open, so that
     *     the caller may close it or expect a late frame. After every other failure it is closed
     */
    public Frame receive(long deadlineNanos) throws FailureException {
        return receiving.next(deadlineNanos);
    }

    /**
     * Receives the next frame that has a message, however late it begins.
     *
     * @param patience how long a frame may take that has begun to come
     * @throws FailureException the connection is closed then
     */
    public Frame receiveWhenever(FramePatience patience) throws FailureException {
        return receiving.nextWhenever(patience);
    }

    /** For how long {@link #receiveWhenever} has waited for the rest of a frame; 0 if none has begun. From any thread. */
    public long nanosOfFrame() {
        return receiving.nanosOfFrame();
    }

    /** A copy of the bytes that were received and not taken as a frame. */
    public byte[] unfinished() {
        return reader.pending();
    }

    /**
     * Takes the frames that came before they were awaited: late or repeated responses, or the host's own messages.
     * Waits at most a few milliseconds.
     *
     * @param taker is given each frame
     * @throws FailureException if the connection has failed; it is closed then
     */
    public void takeUnread(Consumer<Frame> taker) throws FailureException {
        checkUsable();
        try {
            unread.take(taker.andThen(frame -> idle.used(frame.lastByteNanos())));
        } catch (IOException | FailureException e) {
            throw receiving.broken(e);
        }
    }

    /** Frames that were not taken; to be looked at once more before the connection is closed. */
    public UnreadFrames unread() {
        return unread;
    }

    /**
     * Whether the connection ended while it was idle; looks, for a millisecond, only after a second without a frame.
     * One found ended is closed; what came stays in {@link #unread()}.
     */
    public boolean closedWhileIdle() {
        if (isOpen() && idle.findsEnd()) {
            close();
        }
        return !isOpen();
    }

    /** As {@link #closedWhileIdle}, but looks in any case: for a connection that waits for its first use. */
    public boolean closedBeforeUse() {
        if (isOpen() && idle.findsEndNow()) {
            close();
        }
        return !isOpen();
    }

    void checkUsable() throws FailureException {
        if (!isOpen()) {
            throw ended(null);
        }
    }

    /** Closes after reading what has come. */
    FailureException failed(FailureException e) {
        unread.readIn();
        return ended(e);
    }

    /** Closes the connection. If we closed it ourselves, what the socket reports is not the cause. */
    private FailureException ended(FailureException e) {
        boolean closed = !open;
        close();
        if (interrupted) {
            return WireFailures.interrupted(e);
        }
        if (output.isNotTaken()) {
            return FrameOutput.notTaken(e);
        }
        return closed ? new FailureException(Failure.INTERRUPTED, "the connection had been closed", e) : e;
    }

    /**
     * Makes what another thread waits for on this connection fail with {@link Failure#INTERRUPTED}; if none waits now,
     * the next wait fails.
     */
    public void interrupt() {
        interrupted = true;
        SocketClosing.atOnce(transport);
    }

    /**
     * Closes the socket, for TLS with a close_notify. Waits at most 100 ms for a peer that does not read. A second call
     * does nothing.
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

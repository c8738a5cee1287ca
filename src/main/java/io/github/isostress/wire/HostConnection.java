package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * One open socket to a host, plain or TLS, that frames are sent and received on. Used by one thread at a time, but for
 * {@link #interrupt()}, which any thread may call.
 */
public final class HostConnection implements AutoCloseable {
    /** On a connection that is broken nothing more will come: what there is has come. */
    private static final long PARTING_WORD_NANOS = 100_000_000L;

    /** A write this short does not block a client, since one request at a time is under way. */
    private static final int FITS_EVERY_SEND_BUFFER = 8192;

    /** For what has come already to be read. */
    private static final long EARLY_NANOS = 2_000_000L;

    private final DeadlineSocket transport;
    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;
    private final FrameReader reader;
    private final Framing framing;
    private volatile boolean interrupted;
    private volatile boolean open = true;

    /**
     * Speaks through sockets that are connected already.
     *
     * @param transport the TCP socket, which keeps the deadlines
     * @param socket what to read and write: the transport itself, or the TLS socket layered on it
     */
    HostConnection(DeadlineSocket transport, Socket socket, Framing framing) throws IOException {
        this.transport = transport;
        this.socket = socket;
        this.framing = framing;
        this.output = socket.getOutputStream();
        this.input = socket.getInputStream();
        this.reader = new FrameReader(
                (buffer, offset, length, deadline) -> {
                    transport.deadline(deadline);
                    return input.read(buffer, offset, length);
                },
                framing);
    }

    /** Whether frames may still be sent and received; a connection that has failed once is of no more use. */
    public boolean isOpen() {
        return open && !interrupted;
    }

    /** How messages are wrapped here. */
    public Framing framing() {
        return framing;
    }

    /** The socket underneath, for what a listener wants to know of it. */
    public Socket socket() {
        return socket;
    }

    /**
     * Sends a whole frame in one write.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @throws FailureException the connection is closed then
     */
    public void send(byte[] frame, long deadlineNanos) throws FailureException {
        if (frame.length <= FITS_EVERY_SEND_BUFFER) {
            write(frame);
            return;
        }
        WriteDeadline deadline = new WriteDeadline(transport, deadlineNanos);
        try (deadline) {
            write(frame);
        } catch (FailureException e) {
            throw deadline.hasExpired()
                    ? new FailureException(
                            Failure.RESPONSE_TIMEOUT, "the host did not take the whole request in time", e)
                    : e;
        }
    }

    private void write(byte[] frame) throws FailureException {
        try {
            output.write(frame);
            output.flush();
        } catch (IOException e) {
            throw failed(WireFailures.whileTalking(partingWord(e)));
        }
    }

    /**
     * A host that refuses our certificate with TLS 1.3 sends an alert and breaks off: where that makes a write fail, the
     * alert is still to be read.
     */
    private IOException partingWord(IOException failedWrite) {
        try {
            if (socket instanceof SSLSocket) {
                transport.deadline(System.nanoTime() + PARTING_WORD_NANOS);
                input.read();
            }
            return failedWrite;
        } catch (SSLException alert) {
            return alert;
        } catch (IOException e) {
            return failedWrite;
        }
    }

    /**
     * Receives the next whole frame.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @throws FailureException the connection is closed then
     */
    public Frame receive(long deadlineNanos) throws FailureException {
        try {
            Frame frame = reader.read(deadlineNanos);
            if (frame == null) {
                throw new FailureException(
                        Failure.CLOSED_BY_HOST, "the stream ended before the first byte of a response");
            }
            return frame;
        } catch (SocketTimeoutException e) {
            throw failed(new FailureException(Failure.RESPONSE_TIMEOUT, pending(), e));
        } catch (IOException e) {
            throw failed(WireFailures.whileTalking(e));
        } catch (FailureException e) {
            throw failed(e);
        }
    }

    private String pending() {
        return reader.hasPending() ? unfinished().length + " bytes of an unfinished frame came" : "nothing came";
    }

    /** A copy of the bytes of a frame that has begun to come and not ended. */
    public byte[] unfinished() {
        return reader.pending();
    }

    /**
     * Takes the frames that have come before they were asked for: answers that came twice or late, or the host's own
     * messages. Waits no longer than a moment, and only if something has come.
     *
     * @throws FailureException the connection is closed then
     */
    public List<Frame> takeEarly() throws FailureException {
        List<Frame> early = new ArrayList<>(0);
        long end = System.nanoTime() + EARLY_NANOS;
        try {
            while (hasInput() && System.nanoTime() < end) {
                Frame frame = reader.read(end);
                if (frame == null) {
                    throw new FailureException(Failure.CLOSED_BY_HOST, "the stream had ended before the request");
                }
                early.add(frame);
            }
        } catch (SocketTimeoutException e) {
            // A TLS record without data, or part of a frame: its time tells that it began too early.
        } catch (IOException e) {
            throw failed(WireFailures.whileTalking(e));
        } catch (FailureException e) {
            throw failed(e);
        }
        return early;
    }

    private boolean hasInput() throws IOException {
        return reader.hasPending()
                || input.available() > 0
                || transport.getInputStream().available() > 0;
    }

    private FailureException failed(FailureException e) {
        close();
        return interrupted ? new FailureException(Failure.INTERRUPTED, "the sample was interrupted", e) : e;
    }

    /** Ends whatever another thread waits for on this connection, with {@link Failure#INTERRUPTED}. */
    public void interrupt() {
        interrupted = true;
        closeQuietly(transport);
    }

    /** Closes the socket; for TLS with a close_notify. Does nothing the second time. */
    @Override
    public void close() {
        if (open) {
            open = false;
            transport.deadline(System.nanoTime());
            closeQuietly(socket);
            closeQuietly(transport);
        }
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The connection is given up either way; there is nobody to tell.
        }
    }
}

package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.framing.Framing;
import io.github.isostress.host.session.LateFrames.LateFrame;
import io.github.isostress.wire.FramePatience;
import io.github.isostress.wire.HostConnection;
import java.io.ByteArrayOutputStream;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One of the host's connections, on which it sends whole frames, parts of frames, or nothing more. Used by the thread
 * that opened it, except {@link #write}, {@link #writeLate} and {@link #hangUp}, which any thread may call.
 */
final class HostLine {
    /** A client that takes no answer for this long is given up. */
    private static final long SEND_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Peer peer;
    private final HostRecord record;
    /** Keeps a late answer out of a frame that is being written. */
    private final ReentrantLock writing = new ReentrantLock();

    private final LateFrames late = new LateFrames(this::sendLate);

    private HostConnection connection;
    private volatile Thread owner;
    private volatile boolean silent;
    private volatile boolean hungUp;

    HostLine(Peer peer, HostRecord record) {
        this.peer = peer;
        this.record = record;
    }

    /**
     * Makes the TLS handshake, if the peer has yet to make it.
     *
     * @throws FailureException if it fails
     */
    void open() throws FailureException {
        owner = Thread.currentThread();
        connection = peer.open();
        connection.polls().answerBy((poll, deadlineNanos) -> {
            boolean maySend = !silent;
            if (maySend) {
                write(poll);
            }
            return maySend;
        });
    }

    String peer() {
        return peer.name();
    }

    /** Whether {@link #hangUp} has closed it. */
    boolean isHungUp() {
        return hungUp;
    }

    boolean isOpen() {
        return connection.isOpen() && !hungUp;
    }

    Framing framing() {
        return connection.framing();
    }

    /** Waits for the next frame that has a message, with this patience for the rest of one that has begun. */
    Frame receive(FramePatience patience) throws FailureException {
        return connection.receiveWhenever(patience);
    }

    /** What has come of a frame. */
    byte[] unfinished() {
        return connection.unfinished();
    }

    /** Writes all bytes in one write. */
    void write(byte[] bytes) throws FailureException {
        writing.lock();
        try {
            send(bytes);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Writes all bytes in one write, and does something before anything else is written or signed.
     *
     * @param then is done once the bytes have been written
     */
    void writeThen(byte[] bytes, Runnable then) throws FailureException {
        writing.lock();
        try {
            send(bytes);
            then.run();
        } finally {
            writing.unlock();
        }
    }

    private void send(byte[] bytes) throws FailureException {
        long deadline = System.nanoTime() + SEND_NANOS;
        try {
            connection.send(bytes, deadline);
        } catch (FailureException e) {
            if (System.nanoTime() - deadline >= 0) {
                record.hungUp("it does not read", peer(), "it has not taken its answer in 30 s");
            }
            throw e;
        }
    }

    /** Writes the bytes one by one, {@code pauseNanos} apart. */
    void writeSlowly(byte[] bytes, long pauseNanos) throws FailureException {
        writing.lock();
        try {
            for (int i = 0; i < bytes.length; i++) {
                if (i > 0) {
                    pause(pauseNanos);
                }
                write(new byte[] {bytes[i]});
            }
        } finally {
            writing.unlock();
        }
    }

    /**
     * Writes at its time, from another thread, unless the line is silent by then.
     *
     * @param threads run the writing; a client that does not read delays no other
     */
    void writeLate(LateFrame frame, Executor threads) {
        late.add(frame, threads);
    }

    private void sendLate(List<LateFrame> frames) {
        writing.lock();
        try {
            if (!silent && isOpen()) {
                send(joined(frames));
                frames.forEach(frame -> frame.turn().answered());
            }
        } catch (FailureException e) {
            // The client has gone, or did not take an earlier answer: these cannot reach it.
        } catch (IllegalArgumentException e) {
            record.hungUp("no answer can be made", peer(), String.valueOf(e.getMessage()));
            hangUp();
        } finally {
            writing.unlock();
        }
    }

    /** All frames, each signed with the keys that are in force where it stands in the order of the bytes. */
    private static byte[] joined(List<LateFrame> frames) throws FailureException {
        if (frames.size() == 1) {
            return frames.get(0).bytes();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (LateFrame frame : frames) {
            all.writeBytes(frame.bytes());
        }
        return all.toByteArray();
    }

    /** Waits; ends early when the connection is hung up. */
    void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !hungUp; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    /** Sends nothing more: the client could not tell where the next frame begins. */
    void fallSilent() {
        silent = true;
    }

    boolean isSilent() {
        return silent;
    }

    /** Closes the connection, with close_notify and FIN. */
    void close() {
        late.end();
        connection.close();
    }

    /** Closes the connection by a TCP RST. */
    void reset() {
        try {
            connection.socket().setSoLinger(true, 0);
            record.reset();
        } catch (SocketException e) {
            // The client has closed the connection already.
        }
        hangUp();
    }

    /** Closes the socket from any thread, and ends a pause. */
    void hangUp() {
        hungUp = true;
        late.end();
        peer.hangUp();
        LockSupport.unpark(owner);
    }
}

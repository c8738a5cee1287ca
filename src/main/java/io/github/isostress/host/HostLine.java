package io.github.isostress.host;

import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.Framing;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.HostListener.Caller;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One client's connection at the host, as the host speaks on it: whole frames, parts of them, or nothing more. Used by
 * the thread that opened it, but for {@link #writeLate} and {@link #hangUp}, which other threads may call.
 */
final class HostLine {
    /** A client may be silent as long as it likes. */
    private static final long IDLE_NANOS = TimeUnit.DAYS.toNanos(365);

    /** A client that does not take its answer is given up. */
    private static final long SEND_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Caller caller;
    private final HostRecord record;
    /** Of this line alone: keeps a late answer out of a frame that is being written. */
    private final ReentrantLock writing = new ReentrantLock();

    private HostConnection connection;
    private volatile Thread owner;
    private volatile boolean silent;
    private volatile boolean hungUp;

    HostLine(Caller caller, HostRecord record) {
        this.caller = caller;
        this.record = record;
    }

    /**
     * Makes the connection ready for frames.
     *
     * @throws FailureException if the TLS handshake fails
     */
    void open() throws FailureException {
        owner = Thread.currentThread();
        connection = caller.open();
        connection.polls().answerBy((poll, deadlineNanos) -> {
            boolean mayBeSaid = !silent;
            if (mayBeSaid) {
                write(poll);
            }
            return mayBeSaid;
        });
    }

    boolean isOpen() {
        return connection.isOpen() && !hungUp;
    }

    /** How messages are wrapped here. */
    Framing framing() {
        return connection.framing();
    }

    /** Waits for the next message. */
    byte[] receive() throws FailureException {
        return connection.receive(System.nanoTime() + IDLE_NANOS).message();
    }

    /** Writes all these bytes in one write. */
    void write(byte[] bytes) throws FailureException {
        writing.lock();
        try {
            connection.send(bytes, System.nanoTime() + SEND_NANOS);
        } finally {
            writing.unlock();
        }
    }

    /** Writes the bytes one by one, so many nanoseconds apart. */
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
     * Writes from another thread than the line's own, unless the line has fallen silent.
     *
     * @return false if the line is just being written to, so that nothing was done
     */
    boolean writeLate(byte[] bytes, Runnable written) {
        if (!writing.tryLock()) {
            return false;
        }
        try {
            if (!silent && isOpen()) {
                connection.send(bytes, System.nanoTime() + SEND_NANOS);
                written.run();
            }
        } catch (FailureException e) {
            // The client has gone: its answer came too late altogether.
        } finally {
            writing.unlock();
        }
        return true;
    }

    /** Lets time pass; ends early when the connection is hung up. */
    void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !hungUp; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    /** From now on nothing is said any more, since the client could not tell where the next frame begins. */
    void fallSilent() {
        silent = true;
    }

    boolean isSilent() {
        return silent;
    }

    /** Closes the connection in good order. */
    void close() {
        connection.close();
    }

    /** Breaks the connection off by a TCP RST. */
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
        caller.hangUp();
        LockSupport.unpark(owner);
    }
}

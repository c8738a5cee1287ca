package io.github.isostress.host.session;

import io.github.isostress.connect.HostListener.Caller;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.wire.HostConnection;
import java.net.SocketException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    private final Queue<LateAnswer> late = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lateCount = new AtomicInteger();

    private HostConnection connection;
    private volatile Thread owner;
    private volatile boolean silent;
    private volatile boolean hungUp;

    private record LateAnswer(byte[] bytes, Runnable written) {}

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

    /** Address and port of the client. */
    String client() {
        return caller.client();
    }

    /** Whether another thread has closed it. */
    boolean isHungUp() {
        return hungUp;
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
            send(bytes);
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
                record.hungUp("it does not read", client(), "it has not taken its answer in 30 s");
            }
            throw e;
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
     * Writes later, from a thread of the host's, unless the line has fallen silent by then. Answers go out in the order in
     * which they were given, and a client that does not take its own holds up no other line.
     *
     * @param writers has threads for lines that have something to write
     */
    void writeLate(byte[] bytes, Runnable written, Executor writers) {
        late.add(new LateAnswer(bytes, written));
        if (lateCount.getAndIncrement() == 0) {
            writers.execute(this::writeAllLate);
        }
    }

    private void writeAllLate() {
        do {
            writeLate(late.remove());
        } while (lateCount.decrementAndGet() > 0);
    }

    private void writeLate(LateAnswer answer) {
        writing.lock();
        try {
            if (!silent && isOpen()) {
                send(answer.bytes());
                answer.written().run();
            }
        } catch (FailureException e) {
            // The client has gone, or has not taken what came before: its answer came too late altogether.
        } finally {
            writing.unlock();
        }
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

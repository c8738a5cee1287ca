package io.github.isostress.wire;

import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The output of a connection on which many threads send. Whoever finds it free writes, in one write, all frames that
 * wait by then; others leave theirs and go. So the system is asked once for many frames, and no thread waits for
 * another's write. Thread-safe.
 */
public final class SharedOutput {
    /** A write holds no more bytes, but for those of its last frame: 32 KiB. */
    private static final int MOST_IN_A_WRITE = 32_768;

    private final HostConnection connection;
    private final Consumer<FailureReport> failureListener;
    private final AtomicReference<QueuedFrame> newest = new AtomicReference<>();
    private final ReentrantLock writing = new ReentrantLock();
    /** The frames that are to be written next, the oldest first; the writing thread's. */
    private QueuedFrame oldest;

    private byte[] together = new byte[2 * MOST_IN_A_WRITE];
    private volatile Thread writer;
    /** The thread that is to write no longer than it must; of no account while another one writes. */
    private volatile Thread hurried;

    private final BooleanSupplier isHurried = () -> hurried == Thread.currentThread();

    /**
     * Writes on this connection, on which nothing else writes from now on.
     *
     * @param failureListener is told of a failed write, after which the connection is closed; once, or again for each
     *     further frame
     */
    public SharedOutput(HostConnection connection, Consumer<FailureReport> failureListener) {
        this.connection = connection;
        this.failureListener = failureListener;
    }

    /** Leaves a frame to be written, by this thread or by one that writes already. */
    public void send(QueuedFrame frame) {
        QueuedFrame before = newest.get();
        frame.next = before;
        while (!newest.compareAndSet(before, frame)) {
            before = newest.get();
            frame.next = before;
        }
        while (newest.get() != null && writing.tryLock()) {
            try {
                writer = Thread.currentThread();
                writeAll();
            } finally {
                writer = null;
                hurried = null;
                writing.unlock();
            }
        }
    }

    /**
     * Lets a thread go on soon that writes now: if the host takes nothing for a moment longer, the connection is given
     * up. Does nothing if it does not write.
     */
    public void hurry(Thread thread) {
        if (writer == thread) {
            hurried = thread;
            connection.hurryWrite();
        }
    }

    /**
     * Waits until what becomes of each frame that was handed over is told. To be called when the connection is closed:
     * no write blocks then, and no other frame is handed over.
     */
    public void awaitQuiet() {
        writing.lock();
        writing.unlock();
    }

    private void writeAll() {
        while (oldest != null || takeWaiting()) {
            QueuedFrame first = oldest;
            long sentBefore = connection.sentBytes();
            try {
                writeSome();
            } catch (FailureException e) {
                failed(first, e.report(), connection.sentBytes() > sentBefore);
            } catch (RuntimeException | Error e) {
                connection.close();
                failed(first, FailureReport.internal(e), connection.sentBytes() > sentBefore);
            }
        }
    }

    /** Takes the frames that wait, and turns them round: the newest was on top. */
    private boolean takeWaiting() {
        QueuedFrame frame = newest.getAndSet(null);
        while (frame != null) {
            QueuedFrame older = frame.next;
            frame.next = oldest;
            oldest = frame;
            frame = older;
        }
        return oldest != null;
    }

    /** Writes the oldest frames; those that are not written by then stay. */
    private void writeSome() throws FailureException {
        connection.checkUsable();
        QueuedFrame first = oldest;
        QueuedFrame frame = first;
        QueuedFrame only = null;
        int count = 0;
        int length = 0;
        long deadline = Long.MAX_VALUE;
        long now = System.nanoTime();
        while (frame != null && length < MOST_IN_A_WRITE) {
            frame.isInWrite = frame.handedOver(now);
            if (frame.isInWrite) {
                only = frame;
                count++;
                length = append(frame.bytes(), length);
                deadline = count == 1 || frame.deadlineNanos() - deadline < 0 ? frame.deadlineNanos() : deadline;
            }
            frame = frame.next;
        }
        if (count == 1) {
            connection.send(only.bytes(), only.bytes().length, deadline, isHurried);
        } else if (count > 1) {
            connection.send(together, length, deadline, isHurried);
        }
        oldest = frame;
        for (QueuedFrame each = first; each != frame; each = each.next) {
            if (each.isInWrite) {
                each.isInWrite = false;
                each.written();
            }
        }
    }

    private int append(byte[] bytes, int length) {
        if (length + bytes.length > together.length) {
            together = Arrays.copyOf(together, length + bytes.length);
        }
        System.arraycopy(bytes, 0, together, length, bytes.length);
        return length + bytes.length;
    }

    private void failed(QueuedFrame first, FailureReport failure, boolean isGiven) {
        failureListener.accept(failure);
        oldest = null;
        for (QueuedFrame frame = first; frame != null; frame = frame.next) {
            frame.failed(failure, isGiven && frame.isInWrite);
        }
    }
}

package io.github.isostress.wire;

import io.github.isostress.failure.FailureReport;

/**
 * A frame that waits to be written by a {@link SharedOutput}. After {@link #handedOver} comes {@link #written} or {@link
 * #failed}; this may come alone, too. They are called by the thread that writes, whoever's frame it is, and must not
 * block.
 */
public abstract class QueuedFrame {
    private final byte[] bytes;
    private final long deadlineNanos;
    QueuedFrame next;
    /** Whether it is in the present write. */
    boolean isInWrite;

    /**
     * A frame to be written.
     *
     * @param deadlineNanos {@link System#nanoTime()} by which the host must have taken it
     */
    protected QueuedFrame(byte[] bytes, long deadlineNanos) {
        this.bytes = bytes;
        this.deadlineNanos = deadlineNanos;
    }

    /** The whole frame. */
    public final byte[] bytes() {
        return bytes;
    }

    final long deadlineNanos() {
        return deadlineNanos;
    }

    /**
     * Its bytes are handed to the write now, after those of all frames that were told so before.
     *
     * @param nanos {@link System#nanoTime()} before the write
     * @return false if it is not to be written any longer
     */
    protected abstract boolean handedOver(long nanos);

    /** The write that held it has ended. */
    protected void written() {}

    /**
     * It was not written, or only in part, since the connection has failed.
     *
     * @param isGiven whether its bytes were given to the connection, whatever became of them
     */
    protected abstract void failed(FailureReport failure, boolean isGiven);
}

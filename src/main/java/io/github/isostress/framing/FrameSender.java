package io.github.isostress.framing;

import io.github.isostress.failure.FailureException;

/** Sends frames on one connection. */
@FunctionalInterface
public interface FrameSender {
    /**
     * Sends a frame.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @return false if the connection is closed, so that nothing was sent
     */
    boolean send(byte[] frame, long deadlineNanos) throws FailureException;
}

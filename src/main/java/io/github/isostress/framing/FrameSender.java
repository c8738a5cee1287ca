package io.github.isostress.framing;

import io.github.isostress.failure.FailureException;

/** Sends whole frames. */
@FunctionalInterface
public interface FrameSender {
    /**
     * Sends a frame.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @return false if nothing may be said any more, so that nothing was sent
     */
    boolean send(byte[] frame, long deadlineNanos) throws FailureException;
}

package io.github.isostress.wire;

/** How long the rest of a frame is waited for that has begun to come. */
@FunctionalInterface
public interface FramePatience {
    /** The time for a whole frame, in nanoseconds. */
    long nanos();

    /**
     * Whether to wait on for a frame that has not come whole by then, however long it takes.
     *
     * @param came what has come of it
     */
    default boolean outlasts(byte[] came) {
        return false;
    }
}

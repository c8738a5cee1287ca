package io.github.isostress.wire;

import java.io.IOException;

/** Where a frame's bytes come from. */
@FunctionalInterface
interface ByteSource {
    /**
     * Reads at least one byte.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @return how many bytes were read, or -1 at the end of the stream
     * @throws java.net.SocketTimeoutException if nothing came before the deadline
     */
    int read(byte[] buffer, int offset, int length, long deadlineNanos) throws IOException;
}

package io.github.isostress.framing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a frame is read from, such as a socket. */
@FunctionalInterface
public interface ByteSource {
    /**
     * Reads at least one byte.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which to give up
     * @return how many bytes were read, or -1 at the end of the stream
     * @throws java.net.SocketTimeoutException if nothing came before the deadline
     */
    int read(byte[] buffer, int offset, int length, long deadlineNanos) throws IOException;

    /** A source of these bytes, then of the end of the stream. For one thread. */
    static ByteSource of(byte[] bytes) {
        InputStream stream = new ByteArrayInputStream(bytes);
        return (buffer, offset, length, deadlineNanos) -> stream.read(buffer, offset, length);
    }
}

package io.github.isostress.wire;

import io.github.isostress.framing.ByteSource;
import java.io.IOException;
import java.io.InputStream;

/** Where a connection's bytes come from: the socket, or TLS layered on it. Used by one thread at a time. */
final class FrameInput implements ByteSource {
    private final DeadlineSocket transport;
    private final SocketLayer layer;
    private final InputStream input;
    private long readBytes;

    FrameInput(DeadlineSocket transport, SocketLayer layer) throws IOException {
        this.transport = transport;
        this.layer = layer;
        this.input = layer.input();
    }

    @Override
    public int read(byte[] buffer, int offset, int length, long deadlineNanos) throws IOException {
        transport.deadline(deadlineNanos);
        int read = input.read(buffer, offset, length);
        readBytes += Math.max(0, read);
        return read;
    }

    /** How many bytes have been read. */
    long readBytes() {
        return readBytes;
    }

    /** Whether bytes have come that were not read, be they what TLS keeps to itself. Does not wait. */
    boolean hasBytes() throws IOException {
        return input.available() > 0
                || layer.socket() != transport && transport.getInputStream().available() > 0;
    }
}

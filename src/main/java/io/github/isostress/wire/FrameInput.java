package io.github.isostress.wire;

import io.github.isostress.framing.ByteSource;
import java.io.IOException;
import java.io.InputStream;

/** A connection's received bytes, from the socket or from TLS layered on it. Used by one thread at a time. */
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

    long readBytes() {
        return readBytes;
    }

    /** Whether unread bytes have come, in the socket or inside TLS. Does not wait. */
    boolean hasBytes() throws IOException {
        return input.available() > 0
                || layer.socket() != transport && transport.getInputStream().available() > 0;
    }
}

package io.github.isostress.support;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One client's connection at a {@link ScriptedPeer}, as its {@link Step steps} use it. */
public final class Dialogue {
    private static final int DRAIN_MILLIS = 20_000;

    private final Socket transport;
    private final Socket socket;
    private final ByteArrayOutputStream received;
    private final CountDownLatch closed;

    Dialogue(Socket transport, Socket socket, ByteArrayOutputStream received, CountDownLatch closed) {
        this.transport = transport;
        this.socket = socket;
        this.received = received;
        this.closed = closed;
    }

    void read(int count) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(count);
        synchronized (received) {
            received.writeBytes(bytes);
        }
        if (bytes.length < count) {
            throw new EOFException();
        }
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void sendUnencrypted(byte[] bytes) throws IOException {
        transport.getOutputStream().write(bytes);
    }

    /** Waits this long, or until the peer is closed. */
    void pause(long millis) throws IOException {
        try {
            if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                throw new EOFException();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    void reset() throws IOException {
        transport.setSoLinger(true, 0);
        transport.close();
    }

    void vanish() throws IOException {
        transport.shutdownOutput();
    }

    /** Reads unread bytes first: closing before would reset the connection. */
    void endInGoodOrder() throws IOException {
        if (transport.isClosed()) {
            return;
        }
        if (!transport.isOutputShutdown()) {
            socket.shutdownOutput();
        }
        transport.setSoTimeout(DRAIN_MILLIS);
        transport.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    }
}

package io.github.isostress.wire;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Options of a test's sockets. TCP_NODELAY is always on. Immutable.
 *
 * @param keepAlive whether the system probes an idle connection (SO_KEEPALIVE)
 * @param resetOnClose whether a close resets the connection (SO_LINGER with 0 seconds), so that no port stays in
 *     TIME_WAIT; else the system sends what is left and ends the stream. More seconds cannot be set, since they would
 *     only make the close wait
 * @param receiveBufferBytes SO_RCVBUF: 1 to 100,000,000, or 0 for the system's choice
 * @param sendBufferBytes SO_SNDBUF: 1 to 100,000,000, or 0 for the system's choice
 */
public record SocketOptions(boolean keepAlive, boolean resetOnClose, int receiveBufferBytes, int sendBufferBytes) {
    /** The system's defaults. */
    public static final SocketOptions SYSTEM = new SocketOptions(false, false, 0, 0);

    private static final int LARGEST_BUFFER = 100_000_000;

    public SocketOptions {
        checkBuffer("receive", receiveBufferBytes);
        checkBuffer("send", sendBufferBytes);
    }

    private static void checkBuffer(String name, int bytes) {
        if (bytes < 0 || bytes > LARGEST_BUFFER) {
            throw new IllegalArgumentException(
                    name + " buffer " + bytes + " is outside 0 to " + LARGEST_BUFFER + " bytes");
        }
    }

    /** Sets what the sockets that it accepts must have from their beginning; to be called before it listens. */
    public void applyTo(ServerSocket listening) throws IOException {
        if (receiveBufferBytes > 0) {
            listening.setReceiveBufferSize(receiveBufferBytes);
        }
    }

    /**
     * Sets the options on a socket. If it is to connect, before: the receive buffer decides the window scale (RFC 7323).
     */
    public void applyTo(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        if (keepAlive) {
            socket.setKeepAlive(true);
        }
        if (resetOnClose) {
            socket.setSoLinger(true, 0);
        }
        if (receiveBufferBytes > 0) {
            socket.setReceiveBufferSize(receiveBufferBytes);
        }
        if (sendBufferBytes > 0) {
            socket.setSendBufferSize(sendBufferBytes);
        }
    }
}

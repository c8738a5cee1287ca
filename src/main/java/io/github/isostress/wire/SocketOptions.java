package io.github.isostress.wire;

import java.io.IOException;
import java.net.Socket;

/**
 * How the sockets of a test are set, besides TCP_NODELAY, which is always on. Immutable.
 *
 * @param keepAlive whether the system probes an idle connection (SO_KEEPALIVE)
 * @param resetOnClose whether a close resets the connection without a word (SO_LINGER with 0 seconds), so that no port
 *     waits for stray packets afterwards; else the system sends what is left and ends the stream in good order. More
 *     seconds cannot be asked for: all that they do is to make whoever closes wait
 * @param receiveBufferBytes the wish for SO_RCVBUF: 1 to 100,000,000, or 0 for the system's own choice
 * @param sendBufferBytes the wish for SO_SNDBUF, likewise
 */
public record SocketOptions(boolean keepAlive, boolean resetOnClose, int receiveBufferBytes, int sendBufferBytes) {
    /** As the system sets them. */
    public static final SocketOptions SYSTEM = new SocketOptions(false, false, 0, 0);

    private static final int LARGEST_BUFFER = 100_000_000;

    /** Checks the ranges. */
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

    /** Sets them on a socket that is not connected yet, since the receive buffer tells the window's scale (RFC 7323). */
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

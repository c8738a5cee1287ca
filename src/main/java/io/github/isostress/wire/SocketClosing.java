package io.github.isostress.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** Closes sockets without a long wait for a peer that does not read. Thread-safe. */
public final class SocketClosing {
    /** Time for the peer to take the close_notify. */
    private static final long GOOD_ORDER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private SocketClosing() {}

    /**
     * Closes a connection; for TLS with a close_notify, unless it is set to be reset.
     *
     * @param socket the transport itself or the TLS socket layered on it
     */
    static void inGoodOrder(DeadlineSocket transport, Socket socket) {
        if (resetsOnClose(transport)) {
            atOnce(transport);
        }
        if (socket != transport) {
            transport.deadline(System.nanoTime());
            try (WriteDeadline end = new WriteDeadline(transport)) {
                end.begin(System.nanoTime() + GOOD_ORDER_NANOS);
                quietly(socket);
            }
        }
        atOnce(transport);
    }

    private static boolean resetsOnClose(Socket socket) {
        try {
            return socket.getSoLinger() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Closes the TCP socket at once, so that threads that wait on it wait no longer. */
    public static void atOnce(DeadlineSocket transport) {
        quietly(transport);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The connection is given up either way; no caller can use the failure.
        }
    }
}

package io.github.isostress.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** Ends sockets without making anybody wait for a peer that does not read. Thread-safe. */
public final class SocketClosing {
    /** For the close_notify of TLS to be taken. */
    private static final long GOOD_ORDER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private SocketClosing() {}

    /**
     * Closes a connection; for TLS with a close_notify, unless it is to be reset without a word.
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

    /** Closes the TCP socket here and now, so that whoever waits for it waits no longer. */
    public static void atOnce(DeadlineSocket transport) {
        quietly(transport);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The connection is given up either way; there is nobody to tell.
        }
    }
}

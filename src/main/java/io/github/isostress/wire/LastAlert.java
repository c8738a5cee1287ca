package io.github.isostress.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * What a host has said before it broke a connection off. One that refuses our certificate with TLS 1.3 sends an alert
 * and breaks off: where that makes a write fail, the alert is still to be read.
 */
final class LastAlert {
    /** On a connection that is broken nothing more will come: what there is has come. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private LastAlert() {}

    /** The alert in place of the failure of a write, if there is one. */
    static IOException after(IOException failedWrite, DeadlineSocket transport, Socket socket) {
        try {
            if (socket instanceof SSLSocket) {
                transport.deadline(System.nanoTime() + PATIENCE_NANOS);
                socket.getInputStream().read();
            }
            return failedWrite;
        } catch (SSLException alert) {
            return alert;
        } catch (IOException e) {
            return failedWrite;
        }
    }
}

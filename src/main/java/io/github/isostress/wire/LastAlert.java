package io.github.isostress.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * The TLS alert that a host sent before it closed. With TLS 1.3 a host that refuses our certificate sends an alert and
 * closes: if a write fails for that, the alert can still be read.
 */
final class LastAlert {
    /** On a broken connection no more bytes come; what there is has come. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private LastAlert() {}

    /** The alert, or else the failure of the write. */
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

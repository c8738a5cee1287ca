package io.github.isostress.host;

import io.github.isostress.connect.ClientReception;
import io.github.isostress.connect.HostListener;
import io.github.isostress.connect.HostListener.Caller;
import io.github.isostress.framing.Framing;
import io.github.isostress.tls.TlsServer;
import io.github.isostress.wire.SocketOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A host's listening socket, which can be closed for a while and then listens on its port again. Thread-safe. */
final class PausableListener implements AutoCloseable {
    private static final int HANDSHAKE_MILLIS = 30_000;

    private final String address;
    private final Framing framing;
    private final Optional<TlsServer> tls;
    private final int port;
    private HostListener listening;
    private long reopenNanos;
    private boolean accepting;
    private boolean closed;

    /**
     * @throws IOException if the port is in use or the address is not local
     */
    PausableListener(HostDirection.Listen direction, Framing framing) throws IOException {
        this.address = direction.address();
        this.framing = framing;
        this.tls = direction.tls().map(HostTls::open);
        this.listening = listen(direction.port());
        this.port = listening.port();
    }

    private HostListener listen(int wantedPort) throws IOException {
        return new HostListener(
                new InetSocketAddress(InetAddress.getByName(address), wantedPort),
                new ClientReception(framing, tls, HANDSHAKE_MILLIS, SocketOptions.SYSTEM));
    }

    int port() {
        return port;
    }

    /**
     * Waits for the next client, also through a pause.
     *
     * @throws IOException if the listener is closed, a pause begins, another program takes the port, or no file handle
     *     is left; unless it was closed, the next call may succeed
     */
    Caller accept() throws IOException {
        HostListener present = beginAccepting();
        try {
            return present.accept();
        } finally {
            endAccepting();
        }
    }

    private synchronized HostListener beginAccepting() throws IOException {
        while (!closed && listening == null) {
            long left = reopenNanos - System.nanoTime();
            if (left <= 0) {
                listening = listen(port);
            } else {
                waitFor(left);
            }
        }
        if (closed) {
            throw new SocketException("the host is closed");
        }
        accepting = true;
        return listening;
    }

    private synchronized void endAccepting() {
        accepting = false;
        notifyAll();
    }

    private void waitFor(long nanos) throws InterruptedIOException {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /**
     * Stops listening for {@code nanos} from now; a longer pause is not shortened. When this returns, new clients are
     * refused: the system keeps the port open as long as a thread waits on it.
     */
    synchronized void pause(long nanos) throws IOException {
        long reopen = System.nanoTime() + nanos;
        if (listening != null) {
            reopenNanos = reopen;
            listening.close();
            listening = null;
            awaitEndOfAccept();
        } else if (reopen - reopenNanos > 0) {
            reopenNanos = reopen;
        }
    }

    private void awaitEndOfAccept() throws InterruptedIOException {
        while (accepting && !closed) {
            waitFor(TimeUnit.SECONDS.toNanos(1));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        notifyAll();
        if (listening != null) {
            listening.close();
        }
    }
}

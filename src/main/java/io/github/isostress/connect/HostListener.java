package io.github.isostress.connect;

import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.ConnectTimes;
import io.github.isostress.wire.DeadlineSocket;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.SocketClosing;
import io.github.isostress.wire.SocketLayer;
import io.github.isostress.wire.WireFailures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;

/** A listening socket that takes connections, plain or TLS. Thread-safe. */
public final class HostListener implements AutoCloseable {
    private static final int BACKLOG = 4096;

    private final ClientReception reception;
    private final ServerSocket listening;

    /**
     * Begins to listen.
     *
     * @param place a local address, and a port or 0 for a free one
     * @param reception of each client
     * @throws IOException if the port is in use or the address is not local
     */
    public HostListener(InetSocketAddress place, ClientReception reception) throws IOException {
        this.reception = reception;
        this.listening = new DeadlineServerSocket();
        try {
            reception.socketOptions().applyTo(listening);
            listening.bind(place, BACKLOG);
        } catch (IOException e) {
            listening.close();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return listening.getLocalPort();
    }

    /**
     * Waits for the next client.
     *
     * @throws SocketException when the listener is closed
     */
    public Caller accept() throws IOException {
        return new Caller((DeadlineSocket) listening.accept());
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /** A client that has connected and, for TLS, has yet to shake hands. */
    public final class Caller {
        private final DeadlineSocket transport;
        private final long connectedNanos = System.nanoTime();

        private Caller(DeadlineSocket transport) {
            this.transport = transport;
        }

        /** {@link System#nanoTime()} when it was taken from the system. */
        long connectedNanos() {
            return connectedNanos;
        }

        /**
         * Makes the connection ready for frames.
         *
         * @throws FailureException if the handshake fails; the socket is closed then
         */
        public HostConnection open() throws FailureException {
            try {
                reception.socketOptions().applyTo(transport);
                transport.deadline(connectedNanos + TimeUnit.MILLISECONDS.toNanos(reception.handshakeTimeoutMillis()));
                long start = System.nanoTime();
                SocketLayer layer = reception.tls().isPresent()
                        ? reception.tls().get().over(transport)
                        : SocketLayer.bare(transport);
                long handshake = reception.tls().isPresent() ? System.nanoTime() - start : 0;
                Endpoint client = new Endpoint(transport.getInetAddress().getHostAddress(), transport.getPort());
                return new HostConnection(
                        transport, layer, reception.framing(), new ConnectTimes(client, 0, 0, handshake));
            } catch (IOException e) {
                hangUp();
                throw WireFailures.whileTalking(e);
            } catch (FailureException e) {
                hangUp();
                throw e;
            }
        }

        /** The client's address and port. */
        public String client() {
            return transport.getInetAddress().getHostAddress() + ":" + transport.getPort();
        }

        /** Closes the socket, from any thread. */
        public void hangUp() {
            SocketClosing.atOnce(transport);
        }
    }

    /** Accepts sockets that keep deadlines. */
    private static final class DeadlineServerSocket extends ServerSocket {
        DeadlineServerSocket() throws IOException {}

        @Override
        public Socket accept() throws IOException {
            Socket socket = new DeadlineSocket();
            implAccept(socket);
            return socket;
        }
    }
}

package io.github.isostress.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on a free loopback port that never reads: after a few kilobytes a client cannot write any more. */
public final class DeafHost implements AutoCloseable {
    private static final int SMALL_BUFFER = 2_048;

    private final ServerSocket listening;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    public DeafHost() {
        try {
            listening = new ServerSocket();
            // Its connections inherit that.
            listening.setReceiveBufferSize(SMALL_BUFFER);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread accepting = new Thread(this::accept, "deaf-host");
        accepting.setDaemon(true);
        accepting.start();
    }

    private void accept() {
        try {
            while (true) {
                clients.add(listening.accept());
            }
        } catch (IOException e) {
            // Closed: no more clients.
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

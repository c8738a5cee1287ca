package io.github.isostress.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port whose backlog is full, so that the system lets the next client wait. */
public final class FullBacklog implements AutoCloseable {
    private static final int MANY = 64;

    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> waiting = new ArrayList<>();

    public FullBacklog() throws IOException {
        boolean full = false;
        while (!full && waiting.size() < MANY) {
            Socket client = new Socket();
            waiting.add(client);
            try {
                client.connect(listening.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException e) {
                full = true;
            }
        }
        assumeTrue(full, "this system takes any number of clients into a queue of one");
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket client : waiting) {
            client.close();
        }
        listening.close();
    }
}

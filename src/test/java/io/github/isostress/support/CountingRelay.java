package io.github.isostress.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Relays between clients and a server and counts the bytes of each direction. */
public final class CountingRelay implements AutoCloseable {
    private final ServerSocket listening;
    private final int serverPort;
    private final List<Passage> passages = new CopyOnWriteArrayList<>();
    private final LongAdder toServer = new LongAdder();
    private final LongAdder toClients = new LongAdder();

    /**
     * @param serverPort a port of this machine
     */
    public CountingRelay(int serverPort) {
        this.serverPort = serverPort;
        try {
            listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Passage.daemon(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                join(listening.accept());
            }
        } catch (IOException e) {
            // Closed: no more clients.
        }
    }

    private void join(Socket client) throws IOException {
        Socket server;
        try {
            server = Passage.to(serverPort);
        } catch (IOException e) {
            client.close();
            return;
        }
        Passage passage = new Passage(client, server, toServer, toClients);
        passages.add(passage);
        passage.begin();
    }

    /** The port for clients. */
    public int port() {
        return listening.getLocalPort();
    }

    public long bytesToServer() {
        return toServer.sum();
    }

    public long bytesToClients() {
        return toClients.sum();
    }

    /** From now on, neither side of the present connections hears anything of the other, not even its end. */
    public void swallow() {
        passages.forEach(Passage::swallow);
    }

    /** Waits until every connection has ended on both sides. */
    public void awaitEnd() {
        Await.until("the end of all connections", () -> passages.stream().allMatch(Passage::hasEnded));
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        passages.forEach(Passage::reset);
    }
}

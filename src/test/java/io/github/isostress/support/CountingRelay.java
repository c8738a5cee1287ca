package io.github.isostress.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Relays between clients and a server and counts the bytes of each direction, knowing nothing of frames. It relays an
 * end of the stream as an end, a reset as a reset.
 */
public final class CountingRelay implements AutoCloseable {
    private final ServerSocket listening;
    private final int serverPort;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final LongAdder toServer = new LongAdder();
    private final LongAdder toClients = new LongAdder();
    private final AtomicInteger passing = new AtomicInteger();

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
        daemon(this::accept);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "counting-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                sockets.add(client);
                join(client);
            }
        } catch (IOException e) {
            // Closed: no more clients.
        }
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket();
        try {
            server.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort));
        } catch (IOException e) {
            client.close();
            return;
        }
        server.setTcpNoDelay(true);
        sockets.add(server);
        passing.addAndGet(2);
        daemon(() -> pass(client, server, toServer));
        daemon(() -> pass(server, client, toClients));
    }

    private void pass(Socket from, Socket to, LongAdder count) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                count.add(read);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        } finally {
            passing.decrementAndGet();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It has gone already.
        }
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

    /** Waits until every connection has ended on both sides. */
    public void awaitEnd() {
        Await.until("the end of all connections", () -> passing.get() == 0);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(CountingRelay::reset);
    }
}

package io.github.isostress.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * Passes the bytes of a client to a server and back, knowing nothing of frames: an end of the stream as an end, a reset
 * as a reset.
 */
final class Passage {
    private static final int BUFFER_BYTES = 8_192;

    private final Socket client;
    private final Socket server;
    private final LongAdder toServer;
    private final LongAdder toClient;
    private final CountDownLatch ends = new CountDownLatch(2);
    private volatile boolean swallows;

    /** Passes nothing before it {@linkplain #begin() begins}, and counts the bytes of each direction. */
    Passage(Socket client, Socket server, LongAdder toServer, LongAdder toClient) throws IOException {
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        this.toServer = toServer;
        this.toClient = toClient;
        server.setTcpNoDelay(true);
    }

    /** Passes bytes from now on. */
    void begin() {
        daemon(() -> pass(client, server, toServer));
        daemon(() -> pass(server, client, toClient));
    }

    /** A connection to a port of this machine. */
    static Socket to(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void pass(Socket from, Socket to, LongAdder count) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!swallows) {
                    // Whoever has received them finds them counted.
                    count.add(read);
                    out.write(buffer, 0, read);
                }
            }
            if (!swallows) {
                to.shutdownOutput();
            }
        } catch (IOException e) {
            reset();
        } finally {
            ends.countDown();
        }
    }

    /** From now on, neither side hears anything of the other, not even its end. */
    void swallow() {
        swallows = true;
    }

    /** Resets both connections. */
    void reset() {
        reset(client);
        reset(server);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It has gone already.
        }
    }

    boolean hasEnded() {
        return ends.getCount() == 0;
    }

    void awaitEnd() throws InterruptedException {
        ends.await();
    }
}

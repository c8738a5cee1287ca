package io.github.isostress.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;

/** Relays between a client and a server, and can hold the server's bytes after a number of them. */
public final class HoldingRelay implements AutoCloseable {
    private static final int PLENTY = 1_000_000;

    private final ServerSocket listening;
    private final int serverPort;
    private final Semaphore mayPass = new Semaphore(PLENTY);
    private volatile Socket client;
    private volatile Socket server;

    public HoldingRelay(int serverPort) {
        this.serverPort = serverPort;
        try {
            listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::relay);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "holding-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void relay() {
        try {
            client = listening.accept();
            server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            InputStream requests = client.getInputStream();
            OutputStream toServer = server.getOutputStream();
            daemon(() -> {
                try {
                    requests.transferTo(toServer);
                } catch (IOException e) {
                    // One of the two has gone.
                }
            });
            for (int each = server.getInputStream().read();
                    each >= 0;
                    each = server.getInputStream().read()) {
                mayPass.acquireUninterruptibly();
                client.getOutputStream().write(each);
            }
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Lets this many more bytes pass. */
    public void holdAfter(int bytes) {
        mayPass.drainPermits();
        mayPass.release(bytes);
    }

    /** Whether it has let all allowed bytes pass. */
    public boolean holds() {
        return mayPass.availablePermits() == 0;
    }

    public void letPass() {
        mayPass.release(PLENTY);
    }

    @Override
    public void close() throws IOException {
        letPass();
        listening.close();
        for (Socket socket : new Socket[] {client, server}) {
            if (socket != null) {
                socket.close();
            }
        }
    }
}

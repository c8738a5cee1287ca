package io.github.isostress.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A server on a free loopback port that plays {@link Step steps} to every client, with none of the product's code.
 * After the last step it closes in good order. It reports no failures on its side: tests look at the client.
 */
public final class ScriptedPeer implements AutoCloseable {
    private final ServerSocket listening;
    private final SSLContext context;
    private final Consumer<SSLParameters> parameters;
    private final List<List<Step>> scripts;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<SSLSession> sessions = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A peer over plain TCP. */
    public static ScriptedPeer playing(Step... script) {
        return new ScriptedPeer(null, unchanged -> {}, List.of(List.of(script)));
    }

    /** A peer over plain TCP: each client is played the next script, further clients the last one. */
    public static ScriptedPeer playingInTurn(List<List<Step>> scripts) {
        return new ScriptedPeer(null, unchanged -> {}, scripts);
    }

    /** A peer over TLS. */
    public static ScriptedPeer overTls(SSLContext context, Consumer<SSLParameters> parameters, Step... script) {
        return new ScriptedPeer(context, parameters, List.of(List.of(script)));
    }

    private ScriptedPeer(SSLContext context, Consumer<SSLParameters> parameters, List<List<Step>> scripts) {
        this.context = context;
        this.parameters = parameters;
        this.scripts = scripts;
        try {
            listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-peer");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                List<Step> script = scripts.get(Math.min(clients.size(), scripts.size() - 1));
                clients.add(client);
                daemon(() -> serve(client, script));
            }
        } catch (IOException e) {
            // Closed: no more clients.
        }
    }

    private void serve(Socket client, List<Step> script) {
        try (client) {
            client.setTcpNoDelay(true);
            Socket socket = context == null ? client : handshake(client);
            Dialogue conversation = new Dialogue(client, socket, received, closed);
            for (Step step : script) {
                step.play(conversation);
            }
            conversation.endInGoodOrder();
        } catch (IOException e) {
            // The client has gone, or the handshake failed: tests look at the client.
        }
    }

    private SSLSocket handshake(Socket client) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(client, null, true);
        SSLParameters changed = socket.getSSLParameters();
        parameters.accept(changed);
        socket.setSSLParameters(changed);
        socket.startHandshake();
        sessions.add(socket.getSession());
        return socket;
    }

    public int port() {
        return listening.getLocalPort();
    }

    public int connections() {
        return clients.size();
    }

    /** The TLS sessions whose handshake succeeded. */
    public List<SSLSession> sessions() {
        return sessions;
    }

    /** All bytes that {@link Step#read} has read, from all clients. */
    public byte[] received() {
        synchronized (received) {
            return received.toByteArray();
        }
    }

    @Override
    public void close() {
        closed.countDown();
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

package io.github.isostress.support;

import io.github.isostress.message.packager.Packagers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.jpos.iso.BaseChannel;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.channel.NACChannel;

/**
 * A host that connects to a loopback port over jPOS's own channel, as soon as a program listens there, and approves
 * requests; it has no code of the product but the packager. Its framing is {@code binary2}, its packager iso87ascii.
 */
public final class ConnectingJposHost implements AutoCloseable {
    private static final long RETRY_NANOS = 2_000_000;

    private final int port;
    private final int answers;
    private final BaseChannel channel;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean closed;

    private ConnectingJposHost(int port, int answers, Optional<SSLContext> tls) {
        this.port = port;
        this.answers = answers;
        try {
            this.channel = new NACChannel(Packagers.builtIn("iso87ascii"), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tls.ifPresent(context -> channel.setSocketFactory(
                (host, hostPort) -> context.getSocketFactory().createSocket(host, hostPort)));
        Thread thread = new Thread(this::run, "connecting-jpos-host");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that approves every request. */
    public static ConnectingJposHost approving(int port) {
        return approving(port, Optional.empty());
    }

    /** One that approves every request, over TLS if there is a context. */
    public static ConnectingJposHost approving(int port, Optional<SSLContext> tls) {
        return new ConnectingJposHost(port, Integer.MAX_VALUE, tls);
    }

    /** One that closes its connection at the request after so many that it has approved. */
    public static ConnectingJposHost leavingAfter(int port, int answers) {
        return new ConnectingJposHost(port, answers, Optional.empty());
    }

    private void run() {
        try {
            connect();
            while (!closed) {
                ISOMsg message = channel.receive();
                if (requests.incrementAndGet() > answers) {
                    channel.disconnect();
                    return;
                }
                message.setResponseMTI();
                message.set(39, "00");
                channel.send(message);
            }
        } catch (IOException | ISOException e) {
            // The other end, or the test, has closed the connection.
        }
    }

    private void connect() {
        channel.setHost(InetAddress.getLoopbackAddress().getHostAddress(), port);
        while (!closed && !channel.isConnected()) {
            try {
                channel.connect();
            } catch (IOException e) {
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    /** How many requests it has received. */
    public int requests() {
        return requests.get();
    }

    /** Whether it is connected now. */
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        channel.disconnect();
    }
}

package io.github.isostress.support;

import io.github.isostress.message.packager.Packagers;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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

    private ConnectingJposHost(int port, int answers) throws IOException {
        this.port = port;
        this.answers = answers;
        this.channel = new NACChannel(Packagers.builtIn("iso87ascii"), new byte[0]);
        Thread thread = new Thread(this::run, "connecting-jpos-host");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that approves every request. */
    public static ConnectingJposHost approving(int port) throws IOException {
        return leavingAfter(port, Integer.MAX_VALUE);
    }

    /** One that closes its connection at the request after so many that it has approved. */
    public static ConnectingJposHost leavingAfter(int port, int answers) throws IOException {
        return new ConnectingJposHost(port, answers);
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

package io.github.isostress.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.BaseChannel;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOServer;
import org.jpos.iso.ISOServerSocketFactory;
import org.jpos.iso.ISOSource;

/** jPOS's own server on a free loopback port; approves every request and has no code of the product. */
public final class JposHost implements AutoCloseable {
    private final ServerSocket listening;
    private final ISOServer server;
    private final byte[] poll;
    private final Consumer<ISOMsg> heard;

    /**
     * @param channel is copied for each client; must have its packager
     */
    public JposHost(BaseChannel channel) {
        this(channel, new byte[0]);
    }

    /**
     * @param heard gets each request before it is answered, in any of the server's threads
     */
    public JposHost(BaseChannel channel, Consumer<ISOMsg> heard) {
        this(channel, new byte[0], heard);
    }

    /**
     * @param poll bytes sent before each answer
     */
    public JposHost(BaseChannel channel, byte[] poll) {
        this(channel, poll, request -> {});
    }

    private JposHost(BaseChannel channel, byte[] poll, Consumer<ISOMsg> heard) {
        this.poll = poll;
        this.heard = heard;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            server = new ISOServer(listening.getLocalPort(), channel, null);
            ISOServerSocketFactory sockets = port -> listening;
            server.setSocketFactory(sockets);
            server.setConfiguration(new SimpleConfiguration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(e);
        }
        server.addISORequestListener(this::approve);
        Thread thread = new Thread(server, "jpos-host");
        thread.setDaemon(true);
        thread.start();
    }

    private boolean approve(ISOSource source, ISOMsg request) {
        heard.accept(request);
        try {
            ((BaseChannel) source).getSocket().getOutputStream().write(poll);
            ISOMsg answer = (ISOMsg) request.clone();
            answer.setResponseMTI();
            answer.set(39, "00");
            source.send(answer);
            return true;
        } catch (ISOException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            // A server that has not begun to accept yet does not do so.
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

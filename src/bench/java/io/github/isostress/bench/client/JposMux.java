package io.github.isostress.bench.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jdom2.Element;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOChannel;
import org.jpos.iso.ISOClientSocketFactory;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOPackager;
import org.jpos.iso.channel.NACChannel;
import org.jpos.q2.QBeanSupport;
import org.jpos.q2.iso.ChannelAdaptor;
import org.jpos.q2.iso.QMUX;

/** A QMUX over a channel of jPOS, put together as Q2 would by its descriptors. Thread-safe. */
final class JposMux implements AutoCloseable {
    private final QMUX mux = new QMUX();
    private final ChannelAdaptor adaptor;

    /**
     * Connects soon, from a thread of jPOS's.
     *
     * @param name tells it and its space from others
     */
    JposMux(String name, ISOPackager packager, SocketFactory sockets, int port) throws ConfigurationException {
        NACChannel channel = new NACChannel("127.0.0.1", port, packager, null);
        channel.setSocketFactory(withoutDelay(sockets));
        adaptor = new ChannelAdaptor() {
            @Override
            protected ISOChannel initChannel() {
                return channel;
            }
        };
        String toHost = name + "-to-host";
        String fromHost = name + "-from-host";
        start(adaptor, name + "-channel", name, toHost, fromHost);
        start(mux, name, name, fromHost, toHost);
    }

    private static void start(QBeanSupport bean, String name, String space, String in, String out)
            throws ConfigurationException {
        Element descriptor = new Element("bean");
        descriptor.addContent(new Element("space").setText("tspace:" + space));
        descriptor.addContent(new Element("in").setText(in));
        descriptor.addContent(new Element("out").setText(out));
        bean.setName(name);
        bean.setPersist(descriptor);
        bean.setConfiguration(new SimpleConfiguration());
        bean.init();
        bean.start();
        if (!bean.running()) {
            throw new ConfigurationException(name + " has not started");
        }
    }

    private static ISOClientSocketFactory withoutDelay(SocketFactory sockets) {
        return new ISOClientSocketFactory() {
            @Override
            public Socket createSocket(String host, int port) throws IOException {
                Socket socket = sockets.createSocket(InetAddress.getByName(host), port);
                socket.setTcpNoDelay(true);
                return socket;
            }
        };
    }

    /** The answer; null if none has come in time. */
    ISOMsg request(ISOMsg request, long timeoutMillis) throws ISOException {
        return mux.request(request, timeoutMillis);
    }

    @Override
    public void close() {
        mux.stop();
        mux.destroy();
        adaptor.stop();
        adaptor.destroy();
    }
}

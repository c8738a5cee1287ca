package io.github.isostress.support;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jdom2.Element;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.BaseChannel;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOSource;
import org.jpos.q2.iso.QMUX;
import org.jpos.space.Space;
import org.jpos.space.SpaceFactory;

/**
 * A QMUX of jPOS over one connected channel, with queues between them as Q2's descriptors would name them. It approves
 * what the other end asks, and can ask, too. No code of the product.
 */
final class MuxedChannel implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String FROM_CHANNEL = "from-channel";
    private static final String TO_CHANNEL = "to-channel";
    private static final long PATIENCE_MILLIS = 20_000;

    private final BaseChannel channel;
    private final LongAdder approved;
    private final QMUX mux = new QMUX();
    private final Space<Object, Object> queues;

    /**
     * @param channel connected
     * @param approved counts what is approved
     */
    MuxedChannel(BaseChannel channel, LongAdder approved) {
        this.channel = channel;
        this.approved = approved;
        String name = "mux" + COUNT.incrementAndGet();
        queues = space(name);
        start(name);
        mux.addISORequestListener(this::approve);
        Passage.daemon(this::receive);
        Passage.daemon(this::send);
    }

    @SuppressWarnings("unchecked") // jPOS hands out spaces without their types.
    private static Space<Object, Object> space(String name) {
        return SpaceFactory.getSpace("tspace:" + name);
    }

    private void start(String name) {
        Element descriptor = new Element("mux");
        descriptor.addContent(new Element("space").setText("tspace:" + name));
        descriptor.addContent(new Element("in").setText(FROM_CHANNEL));
        descriptor.addContent(new Element("out").setText(TO_CHANNEL));
        mux.setName(name);
        mux.setPersist(descriptor);
        try {
            mux.setConfiguration(new SimpleConfiguration());
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
        mux.init();
        mux.start();
    }

    private boolean approve(ISOSource source, ISOMsg request) {
        try {
            ISOMsg answer = (ISOMsg) request.clone();
            answer.setResponseMTI();
            answer.set(39, "00");
            // Whoever has the answer finds it counted.
            approved.increment();
            mux.send(answer);
            return true;
        } catch (ISOException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void receive() {
        try {
            while (true) {
                queues.out(FROM_CHANNEL, channel.receive());
            }
        } catch (ISOException | IOException e) {
            // The other end has gone.
        }
    }

    private void send() {
        try {
            while (true) {
                channel.send((ISOMsg) queues.in(TO_CHANNEL));
            }
        } catch (ISOException | IOException e) {
            // The other end has gone.
        }
    }

    /** Asks the other end and gives its answer; null if none came. */
    ISOMsg ask(ISOMsg request) throws ISOException {
        return mux.request(request, PATIENCE_MILLIS);
    }

    /** Whether the other end is still there. */
    boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public void close() {
        try {
            channel.disconnect();
        } catch (IOException e) {
            // It has gone already.
        }
        mux.stop();
        mux.destroy();
    }
}

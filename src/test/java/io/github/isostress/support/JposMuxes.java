package io.github.isostress.support;

import io.github.isostress.message.packager.Packagers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.channel.NACChannel;

/**
 * The other end as jPOS makes it: a channel with a {@link MuxedChannel} for each connection, which its clients open or which
 * it opens to a client that listens. It speaks iso87ascii in frames of binary2.
 */
public final class JposMuxes implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Optional<ServerSocket> listening;
    private final List<MuxedChannel> muxes = new CopyOnWriteArrayList<>();
    private final LongAdder approved = new LongAdder();
    private volatile boolean closed;

    private JposMuxes(Optional<ServerSocket> listening) {
        this.listening = listening;
    }

    private static NACChannel channel(String host, int port) throws IOException {
        return new NACChannel(host, port, Packagers.builtIn("iso87ascii"), null);
    }

    /** Listens on a free port of this machine. */
    public static JposMuxes accepting() {
        try {
            ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            JposMuxes muxes = new JposMuxes(Optional.of(socket));
            Passage.daemon(() -> muxes.accept(socket));
            return muxes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                NACChannel channel = channel("", 0);
                channel.accept(socket);
                muxes.add(new MuxedChannel(channel, approved));
            }
        } catch (IOException e) {
            // Closed: no more clients.
        }
    }

    /** Opens connections to a port of this machine, on which a client listens now or soon. */
    public static JposMuxes calling(int connections, int port) {
        JposMuxes muxes = new JposMuxes(Optional.empty());
        for (int i = 0; i < connections; i++) {
            Passage.daemon(() -> muxes.call(port));
        }
        return muxes;
    }

    private void call(int port) {
        while (!closed) {
            try {
                NACChannel channel = channel("127.0.0.1", port);
                channel.connect();
                muxes.add(new MuxedChannel(channel, approved));
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** The port for clients. */
    public int port() {
        return listening.orElseThrow().getLocalPort();
    }

    /** How many connections there have been. */
    public int connections() {
        return muxes.size();
    }

    /** How many requests were approved. */
    public long approved() {
        return approved.sum();
    }

    /** Asks the other end on one of the connections and gives its answer; null if none came. */
    public ISOMsg ask(int connection, ISOMsg request) throws ISOException {
        return muxes.get(connection).ask(request);
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (listening.isPresent()) {
                listening.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        muxes.forEach(MuxedChannel::close);
    }
}

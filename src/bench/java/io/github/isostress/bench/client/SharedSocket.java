package io.github.isostress.bench.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.SocketFactory;

/** A socket of many threads, each with one request under way; one more thread reads and finds whose the answers are. */
final class SharedSocket implements AutoCloseable {
    private static final int ROOM = 65_536;
    private final Socket socket;
    private final InputStream in;
    private final CallerOutput output;
    private final Map<Integer, Caller> underWay = new ConcurrentHashMap<>();

    SharedSocket(SocketFactory sockets, int port, Function<OutputStream, CallerOutput> output) throws IOException {
        socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        this.output = output.apply(socket.getOutputStream());
        new Thread(this::readAll, "reader").start();
    }

    /** Sends the caller's next request and waits for its answer; gives the nanoseconds between them. */
    long exchange(Caller caller) throws IOException {
        underWay.put(caller.next(), caller);
        output.write(caller);
        return caller.await();
    }

    private void readAll() {
        try {
            read();
        } catch (IOException e) {
            // The socket is closed when its load ends; whoever waits then is told.
        } finally {
            underWay.values().forEach(Caller::lost);
        }
    }

    private void read() throws IOException {
        byte[] bytes = new byte[ROOM];
        int filled = 0;
        for (int more = in.read(bytes); more >= 0; more = in.read(bytes, filled, ROOM - filled)) {
            long nanos = System.nanoTime();
            filled += more;
            int start = 0;
            for (int length = BareRequest.lengthOf(bytes, start, filled);
                    length <= filled - start;
                    length = BareRequest.lengthOf(bytes, start, filled)) {
                underWay.remove(BareRequest.stanOf(bytes, start)).answered(nanos);
                start += length;
            }
            filled -= start;
            System.arraycopy(bytes, start, bytes, 0, filled);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

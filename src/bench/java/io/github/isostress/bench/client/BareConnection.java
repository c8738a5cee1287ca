package io.github.isostress.bench.client;

import io.github.isostress.bench.Purchase;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** A blocking socket, and a prebuilt purchase of which DE 11 alone is new each time. For one thread. */
final class BareConnection implements AutoCloseable {
    private static final int LENGTH_BYTES = 2;
    private static final int STAN_BYTES = 3;
    private static final int STANS = 1_000_000;
    private static final int ROOM = 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] request = Purchase.frame();
    private final int stanPlace = Purchase.offset(11);
    private final byte[] answer = new byte[ROOM];
    private int stan;

    BareConnection(SocketFactory sockets, int port) throws IOException {
        socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Sends the next request and reads the frame that answers it. */
    void exchange() throws IOException {
        stan = (stan + 1) % STANS;
        int rest = stan;
        for (int i = STAN_BYTES - 1; i >= 0; i--) {
            request[stanPlace + i] = (byte) (rest / 10 % 10 << 4 | rest % 10);
            rest /= 100;
        }
        out.write(request);
        readFrame();
    }

    private void readFrame() throws IOException {
        int read = 0;
        int length = LENGTH_BYTES;
        while (read < length) {
            int more = in.read(answer, read, answer.length - read);
            if (more < 0) {
                throw new EOFException("the host has closed");
            }
            read += more;
            if (read >= LENGTH_BYTES) {
                length = LENGTH_BYTES + ((answer[0] & 0xff) << Byte.SIZE | answer[1] & 0xff);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

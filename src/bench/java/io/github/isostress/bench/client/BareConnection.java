package io.github.isostress.bench.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** A blocking socket of one thread. */
final class BareConnection implements Purchaser {
    private static final int ROOM = 1024;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final BareRequest request = new BareRequest(0, BareRequest.STANS);
    private final byte[] answer = new byte[ROOM];

    BareConnection(SocketFactory sockets, int port) throws IOException {
        socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    @Override
    public long exchange() throws IOException {
        request.next();
        long before = System.nanoTime();
        out.write(request.frame());
        readFrame();
        return System.nanoTime() - before;
    }

    private void readFrame() throws IOException {
        int read = 0;
        while (read < BareRequest.lengthOf(answer, 0, read)) {
            int more = in.read(answer, read, answer.length - read);
            if (more < 0) {
                throw new EOFException("the host has closed");
            }
            read += more;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.github.isostress.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * A system between one acquirer and one issuer, both of which connect to it: it hands each request and each answer on
 * and takes a time for it, which it measures itself. Frames have a length of two bytes. It has none of the product's
 * code.
 */
public final class TestSwitch implements AutoCloseable {
    private final ServerSocket forAcquirer = listening();
    private final ServerSocket forIssuer = listening();
    private final List<Long> ownNanos = new CopyOnWriteArrayList<>();
    private final long[] eachWayMicros;

    /**
     * A switch that takes time for each request and as much for its answer.
     *
     * @param eachWayMicros of the first exchange, the second and so on, and again from the first
     */
    public TestSwitch(long... eachWayMicros) {
        this.eachWayMicros = eachWayMicros.clone();
        Thread thread = new Thread(this::serve, "test-switch");
        thread.setDaemon(true);
        thread.start();
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public int acquirersPort() {
        return forAcquirer.getLocalPort();
    }

    public int issuersPort() {
        return forIssuer.getLocalPort();
    }

    /** The time that it has taken for each exchange, there and back, in the order of the exchanges. */
    public List<Long> ownNanos() {
        return List.copyOf(ownNanos);
    }

    private void serve() {
        try (Socket issuer = forIssuer.accept();
                Socket acquirer = forAcquirer.accept()) {
            issuer.setTcpNoDelay(true);
            acquirer.setTcpNoDelay(true);
            DataInputStream requests = new DataInputStream(acquirer.getInputStream());
            DataInputStream answers = new DataInputStream(issuer.getInputStream());
            while (true) {
                long each = TimeUnit.MICROSECONDS.toNanos(eachWayMicros[ownNanos.size() % eachWayMicros.length]);
                long[] there = {0};
                passOn(requests, issuer.getOutputStream(), each, nanos -> there[0] = nanos);
                passOn(answers, acquirer.getOutputStream(), each, back -> ownNanos.add(there[0] + back));
            }
        } catch (IOException e) {
            // One of them has gone.
        }
    }

    /** Tells, before it writes, how long it took from the last byte read. */
    private static void passOn(DataInputStream from, OutputStream to, long nanos, LongConsumer taken)
            throws IOException {
        int length = from.readUnsignedShort();
        byte[] frame = new byte[2 + length];
        frame[0] = (byte) (length >> 8);
        frame[1] = (byte) length;
        from.readFully(frame, 2, length);
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
        taken.accept(System.nanoTime() - start);
        to.write(frame);
    }

    @Override
    public void close() throws IOException {
        forAcquirer.close();
        forIssuer.close();
    }
}

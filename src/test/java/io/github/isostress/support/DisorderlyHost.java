package io.github.isostress.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A host on a free loopback port that approves {@link Purchases} in frames of binary2, on any number of connections, in
 * random order, with none of the product's code. It counts what it received and sent.
 */
public final class DisorderlyHost implements AutoCloseable {
    private final ServerSocket listening;
    private final Disorder disorder;
    private final List<DisorderlyLine> lines = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService delays = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "disorderly-delays");
        thread.setDaemon(true);
        return thread;
    });

    public DisorderlyHost(Disorder disorder) {
        this.disorder = disorder;
        try {
            listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread accepting = new Thread(this::accept, "disorderly-host");
        accepting.setDaemon(true);
        accepting.start();
    }

    private void accept() {
        try {
            while (true) {
                serve(listening.accept());
            }
        } catch (IOException e) {
            // Closed: no more clients.
        }
    }

    private void serve(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        lines.add(new DisorderlyLine(client, disorder, this::later));
    }

    private void later(Runnable work) {
        delays.schedule(work, disorder.delayMillis(), TimeUnit.MILLISECONDS);
    }

    /** The port for clients. */
    public int port() {
        return listening.getLocalPort();
    }

    /** How many connections there have been. */
    public int connections() {
        return lines.size();
    }

    /** How many requests each connection has carried, in the order in which they were opened. */
    public List<Long> requestsByConnection() {
        return lines.stream().map(DisorderlyLine::requests).toList();
    }

    public long requests() {
        return lines.stream().mapToLong(DisorderlyLine::requests).sum();
    }

    /** Frames that were no purchase; they get no answer. */
    public long others() {
        return lines.stream().mapToLong(DisorderlyLine::others).sum();
    }

    public long bytesReceived() {
        return lines.stream().mapToLong(DisorderlyLine::bytesReceived).sum();
    }

    public long bytesSent() {
        return lines.stream().mapToLong(DisorderlyLine::bytesSent).sum();
    }

    @Override
    public void close() {
        delays.shutdownNow();
        try {
            listening.close();
            for (DisorderlyLine line : lines) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

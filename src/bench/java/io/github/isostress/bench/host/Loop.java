package io.github.isostress.bench.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One thread that serves the connections it was given. */
final class Loop {
    /** Makes a connection's line. */
    interface LineMaker {
        Line of(SocketChannel channel) throws IOException;
    }

    /** A connection. */
    private static final class Client {
        private final Line line;
        private boolean served;

        Client(Line line) {
            this.line = line;
        }
    }

    private final Selector selector;
    private final LineMaker lines;
    private final Queue<SocketChannel> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicInteger served = new AtomicInteger();
    private final Thread thread = new Thread(this::serve, "loop");

    Loop(LineMaker lines) throws IOException {
        this.lines = lines;
        this.selector = Selector.open();
        thread.setDaemon(true);
        thread.start();
    }

    /** Serves this connection from now on; for any thread. */
    void adopt(SocketChannel channel) {
        arrivals.add(channel);
        selector.wakeup();
    }

    /** How many requests it has read; for any thread. */
    long requests() {
        return requests.getOpaque();
    }

    /** How many connections it has that have sent a request; for any thread. */
    int connections() {
        return served.get();
    }

    /** The CPU time of its thread, in nanoseconds; for any thread. */
    long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    private void serve() {
        try {
            while (true) {
                selector.select(this::serve);
                for (SocketChannel channel = arrivals.poll(); channel != null; channel = arrivals.poll()) {
                    channel.register(selector, SelectionKey.OP_READ, new Client(lines.of(channel)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) {
        Client client = (Client) key.attachment();
        int read = read(client);
        if (read < 0) {
            close(key);
            served.addAndGet(client.served ? -1 : 0);
        } else if (read > 0) {
            requests.setOpaque(requests.getPlain() + read);
            if (!client.served) {
                client.served = true;
                served.incrementAndGet();
            }
        }
    }

    private static int read(Client client) {
        try {
            return client.line.readable();
        } catch (IOException e) {
            // The client has gone while its answer was on the way: a bench that stops.
            return -1;
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

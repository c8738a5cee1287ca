package io.github.isostress.support;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets a host that listens call a client that listens: it connects to both, passes their bytes, and does so again when
 * a connection has ended.
 */
public final class CallingRelay implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final int hostPort;
    private final int clientPort;
    private final Map<Integer, Passage> passages = new ConcurrentHashMap<>();
    private final LongAdder calls = new LongAdder();
    private volatile boolean closed;

    /**
     * Calls from then on.
     *
     * @param lines how many connections there are at once
     */
    public CallingRelay(int lines, int hostPort, int clientPort) {
        this.hostPort = hostPort;
        this.clientPort = clientPort;
        for (int i = 0; i < lines; i++) {
            int line = i;
            Passage.daemon(() -> callAgainAndAgain(line));
        }
    }

    private void callAgainAndAgain(int line) {
        while (!closed) {
            try {
                call(line);
            } catch (IOException e) {
                // One of them does not listen yet, or no longer.
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void call(int line) throws IOException, InterruptedException {
        Socket client = Passage.to(clientPort);
        Socket host;
        try {
            host = Passage.to(hostPort);
        } catch (IOException e) {
            client.close();
            throw e;
        }
        Passage passage = new Passage(client, host, new LongAdder(), new LongAdder());
        passages.put(line, passage);
        calls.increment();
        passage.begin();
        if (closed) {
            passage.reset();
        }
        passage.awaitEnd();
    }

    /** How often both were reached. */
    public long calls() {
        return calls.sum();
    }

    /** From now on, neither side of the present connections hears anything of the other, not even its end. */
    public void swallow() {
        passages.values().forEach(Passage::swallow);
    }

    @Override
    public void close() {
        closed = true;
        passages.values().forEach(Passage::reset);
    }
}

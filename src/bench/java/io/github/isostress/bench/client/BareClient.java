package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import javax.net.SocketFactory;

/** What can be had without JMeter: a thread for each connection, which writes and reads and does nothing else. */
public final class BareClient implements Load {
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    private BareClient() {}

    /** Obeys until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        LoadCommands.of(new BareClient()).on("run", PacedClient::run).obey();
    }

    @Override
    public void start(CommandLine told) throws IOException {
        stopped = false;
        SocketFactory sockets = ClientTrust.sockets(told.text("trust", ""));
        int port = (int) told.number("port");
        for (int i = 0; i < (int) told.number("connections"); i++) {
            Thread thread = new Thread(() -> exchange(sockets, port), "connection " + i);
            threads.add(thread);
            thread.start();
        }
    }

    private void exchange(SocketFactory sockets, int port) {
        try (BareConnection connection = new BareConnection(sockets, port)) {
            while (!stopped) {
                connection.exchange();
                answered.increment();
            }
        } catch (IOException e) {
            failed.increment();
            e.printStackTrace();
        }
    }

    @Override
    public long answered() {
        return answered.sum();
    }

    @Override
    public long failed() {
        return failed.sum();
    }

    @Override
    public void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
    }
}

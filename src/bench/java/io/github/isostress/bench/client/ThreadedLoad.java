package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** The load of a client without JMeter: a thread for each of its {@code connections}. */
final class ThreadedLoad implements Load {
    private final Client.Opening opening;
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final List<Thread> threads = new ArrayList<>();
    private Client client;
    private volatile boolean stopped;

    ThreadedLoad(Client.Opening opening) {
        this.opening = opening;
    }

    @Override
    public void start(CommandLine told) throws Exception {
        stopped = false;
        client = opening.open(told);
        for (int i = 0; i < (int) told.number("connections"); i++) {
            int turn = i;
            Thread thread = new Thread(() -> exchange(turn), "worker " + turn);
            threads.add(thread);
            thread.start();
        }
    }

    private void exchange(int turn) {
        try (Purchaser purchaser = client.purchaser(turn)) {
            while (!stopped) {
                purchaser.exchange();
                answered.increment();
            }
        } catch (Exception e) {
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
    public void stop() throws Exception {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
        client.close();
    }
}

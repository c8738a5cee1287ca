package io.github.isostress.link;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the links of a run that are idle: answers a host that speaks first and sends the echo when it is due.
 * Thread-safe. Its thread runs while there are links to look after.
 */
final class LinkKeeper implements AutoCloseable {
    private static final long ROUND_MILLIS = 250;
    private static final int ECHOES_AT_ONCE = 16;
    private static final long THREAD_LIFE_SECONDS = 10;

    private final Set<TendedLink> links = ConcurrentHashMap.newKeySet();
    private final Set<TendedLink> echoing = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor echoes;
    private Thread rounds;
    private volatile boolean closed;

    LinkKeeper() {
        echoes = new ThreadPoolExecutor(
                ECHOES_AT_ONCE,
                ECHOES_AT_ONCE,
                THREAD_LIFE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                daemons("idle-echo"));
        echoes.allowCoreThreadTimeOut(true);
    }

    /** Makes threads that do not keep the JVM alive. */
    static ThreadFactory daemons(String purpose) {
        return work -> daemon(work, "iso8583-" + purpose);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    synchronized void watch(TendedLink link) {
        links.add(link);
        if (rounds == null && !closed) {
            rounds = daemon(this::goRounds, "iso8583-idle-links");
            rounds.start();
        }
    }

    void forget(TendedLink link) {
        links.remove(link);
    }

    private void goRounds() {
        try {
            while (!closed) {
                TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
                links.forEach(this::tend);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tend(TendedLink link) {
        if (!link.tend()) {
            forget(link);
        } else if (link.isEchoDue()) {
            planEcho(link);
        }
    }

    private synchronized void planEcho(TendedLink link) {
        if (!closed && echoing.add(link)) {
            echoes.execute(() -> echo(link));
        }
    }

    private void echo(TendedLink link) {
        try {
            link.echo();
        } finally {
            echoing.remove(link);
        }
    }

    /** Stops looking after links; an echo that is going on is broken off. */
    @Override
    public synchronized void close() {
        closed = true;
        if (rounds != null) {
            rounds.interrupt();
        }
        echoing.forEach(TendedLink::breakOff);
        echoes.shutdownNow();
    }
}

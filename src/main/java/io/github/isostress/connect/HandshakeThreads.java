package io.github.isostress.connect;

import io.github.isostress.connect.HostListener.Caller;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The handshakes of a listener's clients, each in a thread of its own, so that a client that says nothing holds up no
 * other. Thread-safe.
 */
final class HandshakeThreads implements AutoCloseable {
    /** More clients than these wait until one of them is through, or its time is up. */
    private static final int MOST_AT_ONCE = 256;

    private static final long THREAD_LIFE_SECONDS = 10;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Set<Caller> callers = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;
    private volatile boolean closed;

    HandshakeThreads() {
        threads = new ThreadPoolExecutor(
                0,
                MOST_AT_ONCE,
                THREAD_LIFE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                HandshakeThreads::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "iso8583-handshake");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins a client's handshake; waits for a place. */
    void begin(Caller caller, Consumer<Caller> handshake) throws InterruptedException {
        places.acquire();
        callers.add(caller);
        try {
            threads.execute(() -> {
                try {
                    handshake.accept(caller);
                } finally {
                    end(caller);
                }
            });
        } catch (RuntimeException | Error e) {
            end(caller);
            throw e;
        }
        if (closed) {
            caller.hangUp();
        }
    }

    private void end(Caller caller) {
        callers.remove(caller);
        places.release();
    }

    /** Breaks off those that are under way. */
    @Override
    public void close() {
        closed = true;
        callers.forEach(Caller::hangUp);
        threads.shutdown();
    }
}

package io.github.isostress.bench.client;

import java.io.EOFException;
import java.util.concurrent.locks.LockSupport;

/** One thread's request under way on a socket that many threads use. */
final class Caller {
    private final BareRequest request;
    private final Thread thread = Thread.currentThread();
    private long sentNanos;
    private long answeredNanos;
    private boolean lost;
    private volatile boolean ended;

    /** A caller of the thread that makes it. */
    Caller(BareRequest request) {
        this.request = request;
    }

    /** Makes the next request and gives its DE 11. */
    int next() {
        ended = false;
        return request.next();
    }

    byte[] frame() {
        return request.frame();
    }

    /** Its bytes are handed over to be written at that {@link System#nanoTime()}. */
    void sent(long nanos) {
        sentNanos = nanos;
    }

    /** Its answer was read at that {@link System#nanoTime()}; for the thread that reads. */
    void answered(long nanos) {
        answeredNanos = nanos;
        end();
    }

    /** No answer will come; for the thread that reads. */
    void lost() {
        lost = true;
        end();
    }

    private void end() {
        ended = true;
        LockSupport.unpark(thread);
    }

    /** Waits for the answer; gives the nanoseconds between request and answer. */
    long await() throws EOFException {
        while (!ended) {
            LockSupport.park(this);
        }
        if (lost) {
            throw new EOFException("the host has closed");
        }
        return answeredNanos - sentNanos;
    }
}

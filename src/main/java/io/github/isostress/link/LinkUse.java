package io.github.isostress.link;

import io.github.isostress.failure.FailureException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread at a time use a link: a sample, or what looks after it while it is idle. Thread-safe. */
final class LinkUse {
    /** How soon a taken link is tried again: an echo holds it for a round trip. */
    static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final ReentrantLock lock = new ReentrantLock();
    private Interruption user;

    /** Takes the link for a sample, from a session message that may be under way. */
    void enter(Interruption interruption) throws FailureException {
        interruption.check();
        while (!lock.tryLock()) {
            interruption.pause(System.nanoTime() + RETRY_NANOS);
        }
        user = interruption;
    }

    /** Takes the link for a sample if nothing is going on with it. */
    boolean enterIfIdle(Interruption interruption) {
        boolean entered = lock.tryLock();
        if (entered) {
            user = interruption;
        }
        return entered;
    }

    /** Takes the link if it is not in use. */
    boolean enterIfIdle() {
        return lock.tryLock();
    }

    /** Takes the link if it is given back in time. */
    boolean enterWithin(long nanos) {
        long deadline = System.nanoTime() + nanos;
        boolean taken = lock.tryLock();
        while (!taken && deadline - System.nanoTime() > 0) {
            LockSupport.parkNanos(RETRY_NANOS);
            taken = lock.tryLock();
        }
        return taken;
    }

    /** Gives the link up; does nothing in a thread that has not entered. */
    void leave() {
        if (!lock.isHeldByCurrentThread()) {
            return;
        }
        if (user != null) {
            user.waitEnded();
            user = null;
        }
        lock.unlock();
    }
}

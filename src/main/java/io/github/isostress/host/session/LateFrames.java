package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Frames that wait for their time to be sent on one connection, and the one thread that sends them then. Frames of one
 * time go out in the order in which they came, all that are due in one write. Thread-safe.
 */
final class LateFrames {
    /** The end of a wait is spent awake: a thread that sleeps may come that much too late. */
    private static final long AWAKE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private static final Comparator<LateFrame> BY_TIME = (one, other) -> Long.signum(one.dueNanos() - other.dueNanos());

    private final Consumer<List<LateFrame>> sending;
    private final PriorityQueue<Ordered> waiting = new PriorityQueue<>();
    private long added;
    private boolean isSending;
    private boolean ended;
    private volatile Thread sender;

    /**
     * A message and its time.
     *
     * @param message without framing; it is signed when it is sent
     * @param dueNanos when to send it, as {@link System#nanoTime()}
     * @param turn answers with it
     */
    record LateFrame(byte[] message, long dueNanos, HostTurn turn) {
        /** The frame as it is to be sent now. */
        byte[] bytes() throws FailureException {
            return turn.framed(message);
        }
    }

    private record Ordered(LateFrame frame, long number) implements Comparable<Ordered> {
        @Override
        public int compareTo(Ordered other) {
            int byTime = BY_TIME.compare(frame, other.frame);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    /**
     * @param sending is given frames that are due; may block
     */
    LateFrames(Consumer<List<LateFrame>> sending) {
        this.sending = sending;
    }

    /**
     * Takes a frame.
     *
     * @param threads run the sending
     */
    void add(LateFrame frame, Executor threads) {
        Ordered ordered;
        boolean begins;
        synchronized (this) {
            ordered = new Ordered(frame, added++);
            waiting.add(ordered);
            begins = !isSending && !ended;
            isSending |= begins;
        }
        if (begins) {
            threads.execute(this::sendAll);
        } else {
            wakeFor(ordered);
        }
    }

    private void wakeFor(Ordered frame) {
        boolean isNext;
        synchronized (this) {
            isNext = waiting.peek() == frame;
        }
        if (isNext) {
            LockSupport.unpark(sender);
        }
    }

    private void sendAll() {
        sender = Thread.currentThread();
        for (List<LateFrame> due = awaitDue(); !due.isEmpty(); due = awaitDue()) {
            sending.accept(due);
        }
    }

    /** Waits for the next frames that are due; none if none waits, or all have been dropped. */
    private List<LateFrame> awaitDue() {
        while (true) {
            long left;
            synchronized (this) {
                if (waiting.isEmpty() || ended) {
                    isSending = false;
                    return List.of();
                }
                left = waiting.peek().frame().dueNanos() - System.nanoTime();
                if (left <= 0) {
                    return takeDue();
                }
            }
            await(left);
        }
    }

    private static void await(long nanos) {
        if (nanos > AWAKE_NANOS) {
            LockSupport.parkNanos(nanos - AWAKE_NANOS);
        } else {
            Thread.onSpinWait();
        }
    }

    private List<LateFrame> takeDue() {
        long now = System.nanoTime();
        List<LateFrame> due = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.peek().frame().dueNanos() - now <= 0) {
            due.add(waiting.remove().frame());
        }
        return due;
    }

    /** Drops all frames, those to come included. */
    void end() {
        synchronized (this) {
            ended = true;
            waiting.clear();
        }
        LockSupport.unpark(sender);
    }
}

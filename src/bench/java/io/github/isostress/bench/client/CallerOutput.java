package io.github.isostress.bench.client;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/** How the requests of many threads get into one socket. Thread-safe. */
interface CallerOutput {
    /** Writes the caller's request, or leaves it to a thread that writes already. */
    void write(Caller caller) throws IOException;

    /** Each thread waits for its turn and writes its own request. */
    static CallerOutput oneByOne(OutputStream out) {
        ReentrantLock turn = new ReentrantLock();
        return caller -> {
            turn.lock();
            try {
                caller.sent(System.nanoTime());
                out.write(caller.frame());
            } finally {
                turn.unlock();
            }
        };
    }

    /** Requests that wait are written together, by whichever thread comes first. */
    static CallerOutput together(OutputStream out) {
        return new Together(out);
    }

    /** A queue, and a lock for the one that empties it. */
    final class Together implements CallerOutput {
        private static final int ROOM = 65_536;
        private final OutputStream out;
        private final Queue<Caller> queue = new ConcurrentLinkedQueue<>();
        private final ReentrantLock turn = new ReentrantLock();
        private final List<Caller> batch = new ArrayList<>();
        private final byte[] bytes = new byte[ROOM];

        private Together(OutputStream out) {
            this.out = out;
        }

        /** Looks again when it has let go: whoever came while it held the lock has left its request in the queue. */
        @Override
        public void write(Caller caller) throws IOException {
            queue.add(caller);
            while (!queue.isEmpty() && turn.tryLock()) {
                try {
                    writeAll();
                } finally {
                    turn.unlock();
                }
            }
        }

        private void writeAll() throws IOException {
            int filled = 0;
            for (Caller next = queue.peek();
                    next != null && filled + next.frame().length <= ROOM;
                    next = queue.peek()) {
                batch.add(queue.remove());
                System.arraycopy(next.frame(), 0, bytes, filled, next.frame().length);
                filled += next.frame().length;
            }
            long nanos = System.nanoTime();
            for (Caller caller : batch) {
                caller.sent(nanos);
            }
            batch.clear();
            out.write(bytes, 0, filled);
        }
    }
}

package io.github.isostress.bench.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends answers a fixed time after their requests were read, from a thread of its own, to the microsecond. */
final class Delay {
    /** The end of a wait that is spent awake: a sleeping thread may come that much too late. */
    private static final long AWAKE_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

    /** An answer that waits. */
    private record Due(long nanos, SocketChannel channel, ByteBuffer answer) {}

    private final long nanos;
    private final BlockingQueue<Due> queue = new LinkedBlockingQueue<>();

    Delay(long micros) {
        nanos = TimeUnit.MICROSECONDS.toNanos(micros);
        Thread thread = new Thread(this::send, "delay");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes an answer to a request that was read at that {@link System#nanoTime()}. */
    void send(long read, SocketChannel channel, ByteBuffer answer) {
        queue.add(new Due(read + nanos, channel, answer));
    }

    private void send() {
        try {
            while (true) {
                Due due = queue.take();
                await(due.nanos());
                write(due);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(long nanos) {
        long rest = nanos - System.nanoTime();
        while (rest > AWAKE_NANOS) {
            LockSupport.parkNanos(rest - AWAKE_NANOS);
            rest = nanos - System.nanoTime();
        }
        while (nanos - System.nanoTime() > 0) {
            Thread.onSpinWait();
        }
    }

    private static void write(Due due) {
        try {
            due.channel().write(due.answer());
        } catch (IOException e) {
            // The client has gone while its answer waited: a bench that stops.
            close(due.channel());
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

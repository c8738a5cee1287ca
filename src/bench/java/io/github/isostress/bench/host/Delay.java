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
    /** An answer that waits. */
    private record Due(long read, SocketChannel channel, ByteBuffer answer) {}

    private final long nanos;
    private final long awakeNanos;
    private final HoldTimes times;
    private final BlockingQueue<Due> queue = new LinkedBlockingQueue<>();

    /**
     * @param awakeMicros how much of the end of a wait is spent awake: a sleeping thread may come that much too late
     * @param times is told how long each request was held, from when it was read until its answer is given to the system
     */
    Delay(long micros, long awakeMicros, HoldTimes times) {
        this.times = times;
        nanos = TimeUnit.MICROSECONDS.toNanos(micros);
        awakeNanos = TimeUnit.MICROSECONDS.toNanos(awakeMicros);
        Thread thread = new Thread(this::send, "delay");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes an answer to a request that was read at that {@link System#nanoTime()}. */
    void send(long read, SocketChannel channel, ByteBuffer answer) {
        queue.add(new Due(read, channel, answer));
    }

    private void send() {
        try {
            while (true) {
                Due due = queue.take();
                await(due.read() + nanos);
                times.add(System.nanoTime() - due.read());
                write(due);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(long nanos) {
        long rest = nanos - System.nanoTime();
        while (rest > awakeNanos) {
            LockSupport.parkNanos(rest - awakeNanos);
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

package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.process.Commands;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.net.SocketFactory;

/** A bare client whose n-th request is due at start + n / rate; its connections take turns. */
final class PacedClient {
    private static final double SECOND_NANOS = 1e9;
    private static final long CONNECTING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final int connections;
    private final double rate;
    private final int[] roundTripMicros;
    private final int port;
    private final long start = System.nanoTime() + CONNECTING_NANOS;

    private PacedClient(CommandLine told) {
        connections = (int) told.number("connections");
        rate = told.number("rate");
        port = (int) told.number("port");
        roundTripMicros = new int[(int) (rate * told.number("seconds"))];
    }

    /**
     * Runs for so many {@code seconds} and, but for so many at the {@code beginning}, tells {@code rtt} as a {@link
     * Distribution} does, in microseconds.
     */
    static CommandLine run(CommandLine told) {
        PacedClient client = new PacedClient(told);
        CompletableFuture<?>[] all = IntStream.range(0, client.connections)
                .mapToObj(turn -> CompletableFuture.runAsync(
                        () -> client.exchange(turn), task -> new Thread(task, "connection " + turn).start()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        long[] micros = Arrays.stream(client.roundTripMicros)
                .skip(told.number("beginning", 0))
                .asLongStream()
                .toArray();
        return new Distribution(micros).addTo(Commands.answer().with("count", micros.length), "rtt");
    }

    private void exchange(int turn) {
        try (BareConnection connection = new BareConnection(SocketFactory.getDefault(), port)) {
            for (int i = turn; i < roundTripMicros.length; i += connections) {
                await(start + (long) (i / rate * SECOND_NANOS));
                long before = System.nanoTime();
                connection.exchange();
                roundTripMicros[i] = (int) TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - before);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a request that failed", e);
        }
    }

    private static void await(long nanos) {
        for (long rest = nanos - System.nanoTime(); rest > 0; rest = nanos - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }
}

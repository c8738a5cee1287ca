package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.process.Commands;
import io.github.isostress.bench.process.Distribution;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A client without JMeter whose n-th request is due at start + n / rate; its threads take turns. */
final class PacedClient {
    private static final double SECOND_NANOS = 1e9;
    private static final long CONNECTING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Client client;
    private final int threads;
    private final double rate;
    private final int[] roundTripMicros;
    private final long start = System.nanoTime() + CONNECTING_NANOS;

    private PacedClient(Client client, CommandLine told) {
        this.client = client;
        threads = (int) told.number("connections");
        rate = told.number("rate");
        roundTripMicros = new int[(int) (rate * told.number("seconds"))];
    }

    /**
     * Runs for so many {@code seconds} and, but for so many at the {@code beginning}, tells {@code rtt} as a {@link
     * Distribution} does, in microseconds.
     */
    static CommandLine run(Client.Opening opening, CommandLine told) throws Exception {
        try (Client client = opening.open(told)) {
            return new PacedClient(client, told).run(told);
        }
    }

    private CommandLine run(CommandLine told) {
        CompletableFuture<?>[] all = IntStream.range(0, threads)
                .mapToObj(turn -> CompletableFuture.runAsync(
                        () -> exchange(turn), task -> new Thread(task, "worker " + turn).start()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        long[] micros = Arrays.stream(roundTripMicros)
                .skip(told.number("beginning", 0))
                .asLongStream()
                .toArray();
        return new Distribution(micros).addTo(Commands.answer().with("count", micros.length), "rtt");
    }

    private void exchange(int turn) {
        try (Purchaser purchaser = client.purchaser(turn)) {
            for (int i = turn; i < roundTripMicros.length; i += threads) {
                await(start + (long) (i / rate * SECOND_NANOS));
                roundTripMicros[i] = (int) TimeUnit.NANOSECONDS.toMicros(purchaser.exchange());
            }
        } catch (Exception e) {
            throw new IllegalStateException("a request that failed", e);
        }
    }

    private static void await(long nanos) {
        for (long rest = nanos - System.nanoTime(); rest > 0; rest = nanos - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }
}

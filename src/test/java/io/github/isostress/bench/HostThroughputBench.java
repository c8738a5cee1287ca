package io.github.isostress.bench;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostSettings;
import io.github.isostress.message.Expression;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MessageTemplate;
import io.github.isostress.message.Packagers;
import io.github.isostress.wire.ConnectionAttempt;
import io.github.isostress.wire.ConnectionSettings;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.Framing;
import io.github.isostress.wire.FramingPreset;
import io.github.isostress.wire.HostConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How many exchanges a second the embedded host carries over plain TCP while its clients share its cores: 20
 * connections, each sending the next purchase when the last one is answered. Five rounds, of which the median counts.
 */
public final class HostThroughputBench {
    private static final int CLIENTS = 20;
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final Framing FRAMING = FramingPreset.BINARY2.framing();
    private static final String PURCHASE = """
            0 0200
            2 9999990000000015
            3 000000
            4 000000001000
            7 1121120000
            11 000421
            12 120000
            13 1121
            37 632512345678
            41 TERM0001
            42 MERCHANT0000001
            49 978
            """;

    private HostThroughputBench() {}

    /** Runs the rounds and prints each. */
    public static void main(String[] arguments) throws Exception {
        IsoPackager packager = Packagers.builtIn("iso87ascii");
        byte[] frame =
                FRAMING.wrap(MessageTemplate.compile(PURCHASE, Optional.of(packager), Expression.Compiler.LITERAL)
                        .fill());
        try (EmbeddedHost host = EmbeddedHost.start(
                new HostSettings("127.0.0.1", 0, FRAMING, Optional.of(packager), Optional.empty()))) {
            System.out.printf(
                    "%d processors, Java %s, %d connections, %d bytes a request%n",
                    Runtime.getRuntime().availableProcessors(), Runtime.version(), CLIENTS, frame.length);
            round(host.port(), frame);
            long[] rates = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                rates[i] = round(host.port(), frame);
                System.out.printf("round %d: %,d exchanges a second%n", i + 1, rates[i]);
            }
            Arrays.sort(rates);
            System.out.printf("median %,d, least %,d, most %,d%n", rates[ROUNDS / 2], rates[0], rates[ROUNDS - 1]);
        }
    }

    private static long round(int port, byte[] frame) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Long>> tasks = new ArrayList<>();
            long end = System.nanoTime() + ROUND_NANOS;
            for (int i = 0; i < CLIENTS; i++) {
                tasks.add(() -> exchangeUntil(end, port, frame));
            }
            long total = 0;
            for (Future<Long> count : clients.invokeAll(tasks)) {
                total += count.get();
            }
            return total * TimeUnit.SECONDS.toNanos(1) / ROUND_NANOS;
        } finally {
            clients.shutdown();
        }
    }

    private static long exchangeUntil(long end, int port, byte[] frame) throws Exception {
        ConnectionSettings settings =
                new ConnectionSettings(new Endpoint("127.0.0.1", port), 10_000, FRAMING, Optional.empty());
        long count = 0;
        try (HostConnection connection = new ConnectionAttempt(settings, null).open()) {
            while (System.nanoTime() < end) {
                long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
                connection.send(frame, deadline);
                connection.receive(deadline);
                count++;
            }
        }
        return count;
    }
}

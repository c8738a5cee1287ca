package io.github.isostress.bench.host;

import io.github.isostress.bench.Purchase;
import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.process.Commands;
import io.github.isostress.bench.process.ProcessCpu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * The bench's host, a process of its own that costs as little as Java can: few threads, each the loop of many
 * connections, and no object per exchange. It approves every {@link Purchase} of one kind.
 */
public final class BenchHost {
    private static final int BACKLOG = 4096;
    private static final int USUAL_AWAKE_MICROS = 300;

    private final ServerSocketChannel server;
    private final List<Loop> loops = new ArrayList<>();

    private BenchHost(int count, Loop.LineMaker lines) throws IOException {
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        for (int i = 0; i < count; i++) {
            loops.add(new Loop(lines));
        }
        Thread acceptor = new Thread(this::accept, "acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /**
     * Runs the host until its standard input ends.
     *
     * @param arguments {@code loops=2}, one otherwise; {@code tls=FOLDER} of the demo certificates; {@code
     *     delay=MICROS} before each answer, of which the last {@code awake=MICROS}, 300 otherwise, are not slept;
     *     {@code silent} for none; {@code chip} for purchases with chip data
     */
    public static void main(String[] arguments) throws IOException {
        CommandLine told = CommandLine.parse("host " + String.join(" ", arguments));
        HoldTimes times = new HoldTimes();
        BenchHost host = new BenchHost((int) told.number("loops", 1), lines(told, times));
        new Commands()
                .on(
                        "port",
                        none -> Commands.answer()
                                .with("port", host.server.socket().getLocalPort()))
                .on("stats", none -> host.stats())
                .on("held", which -> times.take(Commands.answer(), (int) which.number("beginning", 0)))
                .obey();
    }

    private static Loop.LineMaker lines(CommandLine told, HoldTimes times) throws IOException {
        if (told.has("silent")) {
            return SilentLine::new;
        }
        long micros = told.number("delay", 0);
        if (micros > 0) {
            Delay delay = new Delay(micros, told.number("awake", USUAL_AWAKE_MICROS), times);
            return channel -> new DelayedLine(channel, delay);
        }
        String certificates = told.text("tls", "");
        if (!certificates.isEmpty()) {
            SSLContext context = HostCertificate.context(Path.of(certificates));
            return channel -> new TlsLine(channel, context);
        }
        Answer answer = told.has("chip") ? new Answer(Purchase.CHIP) : Answer.PLAIN;
        return channel -> new PlainLine(channel, answer);
    }

    private void accept() {
        try {
            for (int turn = 0; ; turn++) {
                SocketChannel channel = server.accept();
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                loops.get(turn % loops.size()).adopt(channel);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandLine stats() {
        return Commands.answer()
                .with("nanos", System.nanoTime())
                .with("requests", loops.stream().mapToLong(Loop::requests).sum())
                .with("connections", loops.stream().mapToInt(Loop::connections).sum())
                .with("loop", loops.stream().mapToLong(Loop::cpuNanos).sum())
                .with("cpu", ProcessCpu.nanos());
    }
}

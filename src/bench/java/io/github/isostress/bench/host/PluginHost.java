package io.github.isostress.bench.host;

import io.github.isostress.bench.Purchase;
import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.bench.process.Commands;
import io.github.isostress.bench.process.ProcessCpu;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostSettings;
import io.github.isostress.message.packager.Packagers;
import java.io.IOException;
import java.util.Optional;

/** The plugin's own host, to see what it carries; it obeys what a {@link BenchHost} obeys. */
public final class PluginHost {
    private PluginHost() {}

    /** Runs the host until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedHost host = EmbeddedHost.start(new HostSettings(
                "127.0.0.1",
                0,
                FramingPreset.BINARY2.framing(),
                Optional.of(Packagers.builtIn(Purchase.PACKAGER)),
                Optional.empty()));
        new Commands()
                .on("port", none -> Commands.answer().with("port", host.port()))
                .on("stats", none -> stats(host))
                .obey();
    }

    /** All its threads serve, so their time is that of the loops. */
    private static CommandLine stats(EmbeddedHost host) {
        return Commands.answer()
                .with("nanos", System.nanoTime())
                .with("requests", host.record().requestsReceived())
                .with("connections", host.record().open())
                .with("loop", ProcessCpu.nanos())
                .with("cpu", ProcessCpu.nanos());
    }
}

package io.github.isostress.bench;

import io.github.isostress.bench.host.BenchHost;
import io.github.isostress.bench.host.PluginHost;
import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.host.DemoCertificates;

/** What the bench's host can be. */
enum HostKind {
    /** One thread, plain TCP. */
    PLAIN("loops=1"),
    /** The same with two threads, to see whether one is the limit. */
    TWO_LOOPS("loops=2"),
    /** One thread, TLS 1.3. */
    TLS("tls=" + Hosts.CERTIFICATES),
    /** Plain TCP, each answer 5.000 ms after its request was read. */
    DELAYED("delay=5000"),
    /** Plain TCP, each answer 40 ms after its request was read, or a little later: it tells how long it was. */
    HOLDING("delay=40000 awake=0"),
    /** One thread, plain TCP, for purchases with chip data. */
    CHIP("loops=1 chip"),
    /** Plain TCP, no answer at all. */
    SILENT("silent"),
    /** The plugin's own. */
    PLUGIN("");

    private final String words;

    HostKind(String words) {
        this.words = words;
    }

    /** What its process runs. */
    Class<?> main() {
        return this == PLUGIN ? PluginHost.class : BenchHost.class;
    }

    /** How its process is started. */
    String words() {
        return words;
    }

    /** Adds to a load's command what it needs to know of this host. */
    CommandLine reachedBy(CommandLine command) {
        return this == TLS ? command.with("trust", Hosts.CERTIFICATES.resolve(DemoCertificates.CA_FILE)) : command;
    }
}

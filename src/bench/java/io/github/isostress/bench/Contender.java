package io.github.isostress.bench;

import io.github.isostress.bench.client.BareClient;
import io.github.isostress.bench.client.JMeterClient;
import io.github.isostress.bench.process.CommandLine;
import java.util.List;
import java.util.Locale;

/** Whoever puts load on the host, each in a JVM of its own with the same heap and collector. */
enum Contender implements LoadKind {
    /** No JMeter. */
    BARE("bare client", "start", HostKind.PLAIN, true),
    /** The least that a JMeter sampler can do. */
    MINIMAL("minimal JMeter sampler", "start sampler=minimal", HostKind.PLAIN, true),
    /** The same with a response timeout, as every load test needs one. */
    MINIMAL_TIMEOUT(
            "minimal JMeter sampler with a timeout", "start sampler=minimal timeout=30000", HostKind.PLAIN, true),
    /** JMeter's own. */
    TCP("JMeter's TCP Sampler", "start sampler=tcp", HostKind.PLAIN, true),
    /** Ours as it is when nothing is set. */
    OURS("ISO 8583 Request", "start sampler=ours", HostKind.PLAIN, true),
    /** Ours with chip data in which nothing is computed. */
    CHIP("ISO 8583 Request, chip data", "start sampler=ours purchase=CHIP", HostKind.CHIP, false),
    /** Ours with PIN block, cryptogram and MAC made for each request. */
    SEALED("ISO 8583 Request, sealed", "start sampler=ours purchase=SEALED", HostKind.CHIP, false),
    /** Ours when its samples tell the bytes alone. */
    RAW("ISO 8583 Request, raw", "start sampler=ours detail=raw", HostKind.PLAIN, true),
    /** Whether a host of one thread holds anybody back. */
    BARE_TWO_LOOPS("bare client, host of two threads", "start", HostKind.TWO_LOOPS, false),
    /** What the plugin's own host carries. */
    BARE_PLUGIN_HOST("bare client, the plugin's own host", "start", HostKind.PLUGIN, false),
    /** No JMeter, TLS. */
    BARE_TLS("bare client, TLS 1.3", "start", HostKind.TLS, false),
    /** Ours, TLS. */
    OURS_TLS("ISO 8583 Request, TLS 1.3", "start sampler=ours", HostKind.TLS, false),
    /** JMeter's own, its results written. */
    TCP_JTL("JMeter's TCP Sampler, with a JTL", "start sampler=tcp jtl=tcp.jtl", HostKind.PLAIN, false),
    /** Ours, its results written. */
    OURS_JTL("ISO 8583 Request, with a JTL", "start sampler=ours jtl=ours.jtl", HostKind.PLAIN, false);

    /** The same for all. */
    static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

    private final String words;
    private final CommandLine start;
    private final HostKind host;
    private final boolean everywhere;

    Contender(String words, String start, HostKind host, boolean everywhere) {
        this.words = words;
        this.start = CommandLine.parse(start);
        this.host = host;
        this.everywhere = everywhere;
    }

    /** As a report calls it. */
    String words() {
        return words;
    }

    /** As a command line calls it, too. */
    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Class<?> main() {
        return start.values().containsKey("sampler") ? JMeterClient.class : BareClient.class;
    }

    @Override
    public CommandLine start() {
        return start;
    }

    /** Which host it puts its load on. */
    HostKind host() {
        return host;
    }

    /** The bare client on the same kind of host. */
    Contender bare() {
        return host == HostKind.TLS ? BARE_TLS : BARE;
    }

    /** Whether it is measured with so many connections: some only with the usual number. */
    boolean joins(int connections) {
        return everywhere || connections == Settings.USUAL_CONNECTIONS;
    }
}

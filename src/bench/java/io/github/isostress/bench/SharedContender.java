package io.github.isostress.bench;

import io.github.isostress.bench.client.BareClient;
import io.github.isostress.bench.client.JMeterClient;
import io.github.isostress.bench.client.MuxClient;
import io.github.isostress.bench.client.SharingClient;
import io.github.isostress.bench.process.CommandLine;
import java.util.Locale;

/** Whoever puts load on the host over few sockets that all threads share, and who does so over sockets of their own. */
enum SharedContender implements LoadKind {
    /** No JMeter, requests that wait written together. */
    BARE("bare client", SharingClient.class, "start"),
    /** No JMeter, each request in a write of its own. */
    BARE_ONE_BY_ONE("bare client, a write for each request", SharingClient.class, "start writes=one-by-one"),
    /** The least that a JMeter sampler can do on them. */
    MINIMAL("minimal JMeter sampler", JMeterClient.class, "start sampler=minimal"),
    /** jPOS's own. */
    QMUX("jPOS's QMUX", MuxClient.class, "start"),
    /** Ours on the same sockets. */
    OURS("ISO 8583 Request", JMeterClient.class, "start sampler=ours"),
    /** No JMeter, a socket for each thread. */
    BARE_OWN("bare client, a socket for each thread", BareClient.class, "start"),
    /** Ours, a socket for each thread. */
    OURS_OWN("ISO 8583 Request, a socket for each thread", JMeterClient.class, "start sampler=ours");

    private final String words;
    private final Class<?> main;
    private final CommandLine start;

    SharedContender(String words, Class<?> main, String start) {
        this.words = words;
        this.main = main;
        this.start = CommandLine.parse(start);
    }

    /** As a report calls it. */
    String words() {
        return words;
    }

    @Override
    public String key() {
        return "shared-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Class<?> main() {
        return main;
    }

    @Override
    public CommandLine start() {
        return start;
    }

    /** Whether it takes part: one is there for comparison, when it is asked for. */
    boolean joins(Settings settings) {
        return this == BARE_ONE_BY_ONE ? settings.names(key()) : settings.invites(key());
    }

    /** Whether its threads share sockets. */
    boolean shares() {
        return this != BARE_OWN && this != OURS_OWN;
    }
}

package io.github.isostress.support;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostSettings;
import io.github.isostress.host.HostTls;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.message.packager.Packagers;
import java.nio.file.Path;
import java.util.Optional;

/** Embedded hosts for tests, each on a free port of this machine. */
public final class TestHosts {
    private static final String FRAMING = "binary2";
    private static final String PACKAGER = "iso87ascii";

    private TestHosts() {}

    /** A host that approves requests of iso87ascii in frames of binary2. */
    public static EmbeddedHost approving() {
        return plain(FRAMING, PACKAGER);
    }

    /** A host as {@link #approving} gives it, with these rules. */
    public static EmbeddedHost ruled(String rules) {
        return ruled(FRAMING, PACKAGER, rules);
    }

    /** A host as {@link #ruled(String)} gives it, on that port. */
    public static EmbeddedHost onPort(int port, String rules) {
        HostSettings any = settings(FRAMING, PACKAGER);
        HostSettings there = new HostSettings("127.0.0.1", port, any.framing(), any.packager(), Optional.empty());
        return EmbeddedHost.start(withRules(there, rules));
    }

    /** A host without a packager: it sends every message back, in frames of binary2. */
    public static EmbeddedHost echoing() {
        return plain(FRAMING, Packagers.NONE);
    }

    /** A port on which no host listens, nor will one that asks for any. */
    public static int portWithoutHost() {
        return Ports.free();
    }

    public static EmbeddedHost plain(String framing, String packager) {
        return EmbeddedHost.start(settings(framing, packager, Optional.empty()));
    }

    public static EmbeddedHost ruled(String framing, String packager, String rules) {
        return EmbeddedHost.start(withRules(settings(framing, packager, Optional.empty()), rules));
    }

    public static HostSettings withRules(HostSettings settings, String rules) {
        return settings.with(HostRules.parse(rules, settings.packager()));
    }

    /** A host with the server certificate of these certificates. */
    public static EmbeddedHost tls(String packager, TestCertificates certificates, boolean requireClientCertificate) {
        return EmbeddedHost.start(tlsSettings(packager, certificates, requireClientCertificate));
    }

    public static HostSettings tlsSettings(
            String packager, TestCertificates certificates, boolean requireClientCertificate) {
        return tlsSettings(
                packager,
                new HostTls(
                        certificates.server(),
                        TestCertificates.PASSWORD,
                        requireClientCertificate,
                        certificates.ca(),
                        ""));
    }

    public static HostSettings tlsSettings(String packager, HostTls tls) {
        return settings("binary2", packager, Optional.of(tls));
    }

    public static HostSettings settings(String framing, String packager) {
        return settings(framing, packager, Optional.empty());
    }

    private static HostSettings settings(String framing, String packager, Optional<HostTls> tls) {
        return new HostSettings("127.0.0.1", 0, FramingReader.parse(framing), Packagers.find(packager, Path::of), tls);
    }
}

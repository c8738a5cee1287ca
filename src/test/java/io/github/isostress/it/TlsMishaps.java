package io.github.isostress.it;

import io.github.isostress.failure.Failure;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestHosts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLParameters;

/** Adds what goes wrong with key stores, certificates and handshakes to a plan. */
final class TlsMishaps {
    /** The wrong password of a key store. */
    static final String WRONG_PASSWORD = "an0ther-s3cret";

    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;

    private final Mishaps mishaps;
    private final Path folder;
    private final TestCertificates certificates;

    TlsMishaps(Mishaps mishaps, Path folder) throws Exception {
        this.mishaps = mishaps;
        this.folder = folder;
        this.certificates = new TestCertificates(folder);
    }

    /** Adds a thread group for each. */
    void add() throws Exception {
        keyStores();
        certificates();
        handshakes();
    }

    private void keyStores() throws Exception {
        keyStore(Failure.KEY_STORE_MISSING, folder.resolve("no-such.pfx"), TestCertificates.PASSWORD);
        keyStore(Failure.KEY_STORE_PASSWORD, certificates.client(), WRONG_PASSWORD);
        Path keyless = folder.resolve("keyless.p12");
        TestCertificates.writeTrustStore(
                "PKCS12",
                keyless,
                TestCertificates.PASSWORD,
                certificates.authority().certificate());
        keyStore(Failure.KEY_STORE_WITHOUT_KEY, keyless, TestCertificates.PASSWORD);
        Path garbage = Files.writeString(folder.resolve("garbage.pfx"), "this is no key store");
        keyStore(Failure.KEY_STORE_UNREADABLE, garbage, TestCertificates.PASSWORD);
    }

    private void keyStore(Failure failure, Path file, String password) {
        key(tls(mishaps.failing(failure, 1)), file, password);
    }

    private static void key(Mishap mishap, Path file, String password) {
        Mishaps.set(mishap.connection, CONNECTION.keyStore, file);
        Mishaps.set(mishap.connection, CONNECTION.keyStorePassword, password);
    }

    private void certificates() throws Exception {
        TestCertificates others = new TestCertificates(Files.createDirectories(folder.resolve("other")));
        Mishap untrusted = handshake(Failure.TLS_CERTIFICATE_UNTRUSTED, certificates.server(), "TLSv1.3");
        Mishaps.set(untrusted.connection, CONNECTION.trustStore, others.ca());
        handshake(Failure.TLS_CERTIFICATE_EXPIRED, server("expired", "127.0.0.1", Duration.ofDays(-2)), "TLSv1.3");
        handshake(Failure.TLS_WRONG_HOST_NAME, server("elsewhere", "switch.example", Duration.ofDays(2)), "TLSv1.3");
        tls(mishaps.failing(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED, demandingHost()));
        Mishap stranger = tls(mishaps.failing(Failure.TLS_CLIENT_CERTIFICATE_REJECTED, demandingHost()));
        key(stranger, others.client(), TestCertificates.PASSWORD);
    }

    private void handshakes() {
        byte[] banner = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        peer(Failure.TLS_NOT_SPOKEN, Step.read(5), Step.send(banner));
        Mishap newer = handshake(Failure.TLS_NOTHING_IN_COMMON, certificates.server(), "TLSv1.2");
        Mishaps.set(newer.connection, CONNECTION.protocols, "TLSv1.3");
        Mishap silent = peer(Failure.TLS_HANDSHAKE_TIMEOUT, Step.staySilent());
        Mishaps.set(silent.connection, CONNECTION.connectTimeout, 1_500);
        peer(Failure.TLS_HANDSHAKE_BROKEN_OFF, Step.read(5));
        byte[] internalError = {0x15, 3, 3, 0, 2, 2, 80};
        peer(Failure.TLS_FAILURE, Step.read(5), Step.send(internalError));
    }

    /** A peer that plays these steps in place of a handshake. */
    private Mishap peer(Failure failure, Step... steps) {
        return tls(mishaps.failing(failure, mishaps.peer(ScriptedPeer.playing(steps))));
    }

    /** A peer with that certificate and version of TLS. */
    private Mishap handshake(Failure failure, Path server, String protocol) {
        ScriptedPeer peer = ScriptedPeer.overTls(
                certificates.contextShowing(server),
                (SSLParameters parameters) -> parameters.setProtocols(new String[] {protocol}),
                Step.staySilent());
        return tls(mishaps.failing(failure, mishaps.peer(peer)));
    }

    private Path server(String name, String host, Duration validity) throws Exception {
        Path file = folder.resolve(name + ".p12");
        TestCertificates.writeStore(
                "PKCS12",
                file,
                TestCertificates.PASSWORD,
                certificates
                        .authority()
                        .issue(name, List.of(host), Instant.now().plus(validity)));
        return file;
    }

    /** A host that demands a client certificate. */
    private int demandingHost() {
        EmbeddedHost host = TestHosts.tls("iso87ascii", certificates, true);
        mishaps.closeAtTheEnd(host::close);
        return host.port();
    }

    private Mishap tls(Mishap mishap) {
        mishap.connection.set(CONNECTION.useTls, true);
        Mishaps.set(mishap.connection, CONNECTION.trustStore, certificates.ca());
        return mishap;
    }
}

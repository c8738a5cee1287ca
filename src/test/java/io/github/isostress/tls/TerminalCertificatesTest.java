package io.github.isostress.tls;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.host.CertificateAuthority.Identity;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.Failures;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.HostConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One PFX with a certificate for each terminal. */
class TerminalCertificatesTest {
    private static final int TERMINALS = 200;
    private static final byte[] FRAME = {0, 1, 10};

    private static TestCertificates certificates;
    private static Path store;

    private final TlsContexts contexts = new TlsContexts();

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        certificates = new TestCertificates(folder);
        store = folder.resolve("terminals.pfx");
        List<Identity> terminals = new ArrayList<>();
        for (int i = 1; i <= TERMINALS; i++) {
            terminals.add(certificates.authority().issue(terminal(i), List.of()));
        }
        TestCertificates.writeStore(store, PASSWORD, terminals);
    }

    private static String terminal(int number) {
        return String.format("TERM%04d", number);
    }

    private static ClientTls showing(String alias) {
        return ClientTls.trusting(certificates.ca()).showing(store, PASSWORD, alias);
    }

    private String shown(ScriptedPeer peer, String alias) throws Exception {
        ClientTls tls = showing(alias);
        try (HostConnection connection = TestClient.attempt(
                        "localhost",
                        peer.port(),
                        FramingPreset.BINARY2.framing(),
                        TestClient.PATIENCE_MILLIS,
                        tls,
                        contexts.get(tls.settings()).handshake())
                .open()) {
            connection.send(FRAME, TestClient.soon());
            connection.receive(TestClient.soon());
            return peer.sessions()
                    .get(peer.sessions().size() - 1)
                    .getPeerPrincipal()
                    .getName();
        }
    }

    @Test
    void shouldShowItsOwnCertificateWhenEachTerminalConnects() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.overTls(
                certificates.serverContext(),
                parameters -> parameters.setNeedClientAuth(true),
                Step.read(FRAME.length),
                Step.send(FRAME))) {
            for (int i = 1; i <= TERMINALS; i++) {
                assertThat(shown(peer, terminal(i))).isEqualTo("CN=" + terminal(i));
            }
        }
    }

    /** A file is read once for all aliases: this one was overwritten after the first read. */
    @Test
    void shouldReadTheFileOnceWhenSettingsDifferInTheAliasAlone(@TempDir Path folder) throws Exception {
        Path copy = Files.copy(store, folder.resolve("copy.pfx"));
        ClientTls first = ClientTls.trusting(certificates.ca()).showing(copy, PASSWORD, terminal(1));
        contexts.get(first.settings());
        var changed = Files.getLastModifiedTime(copy);
        Files.writeString(copy, "no key store");
        Files.setLastModifiedTime(copy, changed);

        assertThat(contexts.get(first.showing(copy, PASSWORD, terminal(2)).settings()))
                .isNotNull();
        assertThat(Failures.failureOf(() -> new TlsContexts().get(first.settings()))
                        .failure())
                .isEqualTo(Failure.KEY_STORE_UNREADABLE);
    }

    @Test
    void shouldReadTheFileAgainWhenItHasChanged(@TempDir Path folder) throws Exception {
        Path copy = Files.copy(store, folder.resolve("copy.pfx"));
        ClientTls tls = ClientTls.trusting(certificates.ca());
        contexts.get(tls.showing(copy, PASSWORD, terminal(1)).settings());
        TestCertificates.writeStore(
                copy, PASSWORD, List.of(certificates.authority().issue("late", List.of())));
        Files.setLastModifiedTime(copy, java.nio.file.attribute.FileTime.fromMillis(1));

        assertThat(contexts.get(tls.showing(copy, PASSWORD, "late").settings())).isNotNull();
    }

    @Test
    void shouldNameTheAliasesWhenThereIsNoSuchKey() {
        FailureException refusal =
                Failures.failureOf(() -> contexts.get(showing("TERM9999").settings()));

        assertThat(refusal.failure()).isEqualTo(Failure.KEY_STORE_WITHOUT_KEY);
        assertThat(refusal)
                .hasMessage(
                        "key store " + store + " holds no private key by the alias 'TERM9999', but term0001, term0002,"
                                + " term0003, term0004, term0005 and 195 more");
    }
}

package io.github.isostress.host;

import static io.github.isostress.host.ConnectingHostTest.to;
import static io.github.isostress.host.RawClient.PACKAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Await;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestMessages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOServer;
import org.jpos.iso.channel.NACChannel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host that connects to jPOS's server, and to the JDK's TLS server. */
@Timeout(180)
class ConnectingHostPeersTest {
    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void makeCertificates() {
        certificates = new TestCertificates(folder);
    }

    @Test
    void shouldAnswerJposServerWhenItHasConnectedToIt() throws Exception {
        List<ISOMsg> answers = new CopyOnWriteArrayList<>();
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ISOServer jpos =
                new ISOServer(listening.getLocalPort(), new NACChannel(Packagers.builtIn(PACKAGER), null), null);
        jpos.setSocketFactory(port -> listening);
        jpos.setConfiguration(new SimpleConfiguration());
        jpos.addISORequestListener((source, message) -> answers.add(message));
        Thread thread = new Thread(jpos, "jpos-system");
        thread.setDaemon(true);
        thread.start();
        try (EmbeddedHost host = EmbeddedHost.start(
                to(listening.getLocalPort(), 1, "20", Optional.empty(), "de 11 000002 : decline 05"))) {
            Await.until("jPOS has it", () -> jpos.getLastConnectedISOChannel() != null);
            for (String stan : List.of("000001", "000002", "000003")) {
                jpos.getLastConnectedISOChannel().send(TestMessages.purchase(PACKAGER, stan));
            }
            Await.until("all are answered", () -> answers.size() == 3);

            assertThat(answers)
                    .extracting(answer -> answer.getString(11) + " " + answer.getString(39))
                    .containsExactlyInAnyOrder("000001 00", "000002 05", "000003 00");
            Await.until("all are counted", () -> host.record().requestsAnswered() == 3);
        } finally {
            jpos.shutdown();
        }
    }

    private static SSLServerSocket tlsSystem() throws Exception {
        SSLServerSocket system = (SSLServerSocket) certificates
                .serverContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        system.setNeedClientAuth(true);
        return system;
    }

    private EmbeddedHost start(SSLServerSocket system, ClientTls tls) {
        return EmbeddedHost.start(
                to(system.getLocalPort(), 1, "20", Optional.of(tls.settings()), ""), new HostLog(told::add));
    }

    @Test
    void shouldShowItsCertificateWhenTheSystemAsksForOne() throws Exception {
        ClientTls tls = ClientTls.trusting(certificates.ca()).showing(certificates.client(), TestCertificates.PASSWORD);
        try (SSLServerSocket system = tlsSystem();
                EmbeddedHost host = start(system, tls);
                SSLSocket socket = (SSLSocket) system.accept();
                RawClient asking = new RawClient(socket)) {
            assertThat(asking.ask("000001").getString(39)).isEqualTo("00");
            assertThat(socket.getSession().getPeerPrincipal().getName()).isNotEmpty();
            Await.until("it is counted", () -> host.record().requestsAnswered() == 1);
        }
    }

    @Test
    void shouldSayWhyAndKeepTryingWhenItDoesNotTrustTheSystem() throws Exception {
        TestCertificates others = new TestCertificates(Files.createDirectory(folder.resolve("others")));
        try (SSLServerSocket system = tlsSystem();
                EmbeddedHost host = start(system, ClientTls.trusting(others.ca()))) {
            for (int i = 0; i < 3; i++) {
                try (SSLSocket socket = (SSLSocket) system.accept()) {
                    assertThatThrownBy(() -> new RawClient(socket).ask("000001"))
                            .isInstanceOf(IOException.class);
                }
            }
            Await.until("it is told", () -> !told.isEmpty());
            assertThat(told).hasSize(1);
            assertThat(told.get(0)).startsWith("cannot connect to " + host.place() + "; it keeps trying: TLS_");
        }
    }

    @Test
    void shouldRefuseToStartWhenAKeyStoreIsMissing() {
        ClientTls tls = ClientTls.trusting(folder.resolve("missing.pem"));

        assertThatThrownBy(() -> EmbeddedHost.start(to(5000, 1, "20", Optional.of(tls.settings()), "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("trust store " + folder.resolve("missing.pem") + " does not exist");
    }
}

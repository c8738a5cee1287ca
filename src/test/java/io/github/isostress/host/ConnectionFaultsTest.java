package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Await;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestHosts;
import io.github.isostress.wire.HostConnection;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that rules close or reset. */
class ConnectionFaultsTest {
    @TempDir
    Path folder;

    private static EmbeddedHost host(String rules) {
        return TestHosts.ruled("binary2", PACKAGER, rules);
    }

    @Test
    void shouldSayNothingAboutOneRequestWhenThereIsNoAnswer() throws Exception {
        try (EmbeddedHost host = host("every 2 : no answer");
                RawClient client = new RawClient(host)) {
            client.send(purchase("000001"));
            client.send(purchase("000002"));
            client.send(purchase("000003"));

            assertThat(client.readMessage().getString(11)).isEqualTo("000001");
            assertThat(client.readMessage().getString(11)).isEqualTo("000003");
            assertThat(host.record().requestsReceived()).isEqualTo(3);
            assertThat(host.record().played()).containsExactly(Map.entry("no answer", 1L));
            Await.until("the others are counted", () -> host.record().requestsAnswered() == 2);
        }
    }

    @Test
    void shouldEndTheStreamWhenItCloses() throws Exception {
        try (EmbeddedHost host = host("always : close");
                RawClient client = new RawClient(host)) {
            client.send(purchase("000001"));

            assertThat(client.readToEnd()).isEmpty();
            Await.until("it is counted", () -> host.record().closed() == 1);
            assertThat(host.record().resets()).isZero();
            assertThat(host.record().played()).containsExactly(Map.entry("close", 1L));
        }
    }

    @Test
    void shouldBreakOffWhenItResets() throws Exception {
        try (EmbeddedHost host = host("always : reset");
                RawClient client = new RawClient(host)) {
            client.send(purchase("000001"));

            assertThatThrownBy(client::readToEnd).isInstanceOf(SocketException.class);
            Await.until("it is counted", () -> host.record().closed() == 1);
            assertThat(host.record().resets()).isEqualTo(1);
            assertThat(host.record().played()).containsExactly(Map.entry("reset", 1L));
        }
    }

    @ParameterizedTest
    @CsvSource({"close, CLOSED_BY_HOST", "reset, CONNECTION_RESET"})
    void shouldDoTheSameWhenItIsOverTls(String behaviour, Failure failure) throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        HostSettings settings = TestHosts.tlsSettings(PACKAGER, certificates, false);
        try (EmbeddedHost host = EmbeddedHost.start(TestHosts.withRules(settings, "always : " + behaviour));
                HostConnection client =
                        TestClient.connect(host.port(), "binary2", ClientTls.trusting(certificates.ca()))) {
            client.send(purchase("000001"), TestClient.soon());

            assertThatThrownBy(() -> client.receive(TestClient.soon()))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(failure));
        }
    }
}

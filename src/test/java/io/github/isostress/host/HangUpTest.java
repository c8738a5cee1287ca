package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.RawClient.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host that hangs up says why, and a client that does not read delays no other. */
class HangUpTest {
    private final List<String> told = new CopyOnWriteArrayList<>();

    private EmbeddedHost host(String framing, String rules) {
        HostSettings settings = TestHosts.withRules(TestHosts.settings(framing, PACKAGER), rules);
        return EmbeddedHost.start(settings, new HostLog(told::add));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ascii4  | GET / HTTP/1.1         | bad frame          | which is no length",
                "binary2 max=100 | ~~~~            | bad frame          | 32382",
                "ascii4  | 00100200XYZXYZ         | unreadable message | the bitmap at byte 4",
                "binary2 | GET / HTTP/1.1         | ''                 | ''"
            })
    void shouldSayWhyWhenWhatCameCannotBeUnderstood(String framing, String sent, String reason, String particulars)
            throws Exception {
        try (EmbeddedHost host = host(framing, "");
                RawClient client = new RawClient(host)) {
            client.send(sent.getBytes(StandardCharsets.ISO_8859_1));
            if (reason.isEmpty()) {
                assertThat(host.record().hungUp()).isZero();
                return;
            }
            assertThat(client.readToEnd()).isEmpty();

            Await.until("it is told", () -> !told.isEmpty());
            assertThat(told)
                    .singleElement()
                    .asString()
                    .startsWith("hung up on 127.0.0.1:")
                    .contains(reason, particulars);
            assertThat(host.record().hangUps()).isEqualTo(Map.of(reason, 1L));
            assertThat(host.record()).asString().contains("hung up: 1 " + reason);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "close, by the rule 'close'",
        "reset, by the rule 'reset'",
        "cut 5 bytes then close, by the rule 'cut then close'",
        "drop all connections, all connections are dropped"
    })
    void shouldSayWhyWhenARuleEndsTheConnection(String behaviour, String reason) throws Exception {
        try (EmbeddedHost host = host("binary2", "always : " + behaviour);
                RawClient client = new RawClient(host)) {
            client.send(purchase("000001"));

            Await.until("it is noted", () -> host.record().hangUps().containsKey(reason));
            Await.until("it is told", () -> !told.isEmpty());
            assertThat(told).singleElement().asString().contains(reason);
        }
    }

    @Test
    void shouldSayWhyWhenTheHandshakeFails(@TempDir Path folder) throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        HostSettings settings = TestHosts.tlsSettings(PACKAGER, certificates, false);
        try (EmbeddedHost host = EmbeddedHost.start(settings, new HostLog(told::add))) {
            for (int i = 0; i < 3; i++) {
                try (Socket plain = new Socket("127.0.0.1", host.port())) {
                    plain.getOutputStream()
                            .write("4761739001010119 is no handshake".getBytes(StandardCharsets.US_ASCII));
                    plain.getInputStream().readAllBytes();
                }
            }

            Await.until("they are noted", () -> host.record().hangUps().equals(Map.of("TLS handshake failed", 3L)));
            Await.until("it is told", () -> !told.isEmpty());
            assertThat(told)
                    .singleElement()
                    .asString()
                    .contains("TLS handshake failed")
                    .doesNotContain("476173900");
        }
    }

    @Test
    void shouldNoteNothingWhenClientsHangUpOrTheHostEnds() throws Exception {
        EmbeddedHost host = host("binary2", "");
        try (RawClient stays = new RawClient(host)) {
            try (RawClient leaves = new RawClient(host)) {
                leaves.ask("000001");
            }
            stays.ask("000002");
            Await.until("one has ended", () -> host.record().closed() == 1);
            host.close();
        }
        assertThat(host.record().hungUp()).isZero();
        assertThat(told).isEmpty();
    }

    /** The client that does not read is owed more than all buffers hold. */
    @Test
    @Timeout(180)
    void shouldAnswerTheOthersLateWhenOneClientDoesNotRead() throws Exception {
        try (EmbeddedHost host = host("binary2", "always : late 20");
                RawClient deaf = new RawClient(host)) {
            Thread sender = new Thread(() -> sendWithoutReading(deaf));
            sender.setDaemon(true);
            sender.start();
            Await.until("much is owed", () -> host.record().requestsReceived() > 60_000);
            long before = System.nanoTime();

            try (RawClient other = new RawClient(host)) {
                for (int i = 1; i <= 20; i++) {
                    assertThat(other.ask(String.format("%06d", i)).getString(39))
                            .isEqualTo("00");
                }
            }

            assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(60));
            sender.interrupt();
        }
    }

    private static void sendWithoutReading(RawClient client) {
        byte[] request = purchase("000001");
        byte[] many = new byte[request.length * 100];
        for (int i = 0; i < 100; i++) {
            System.arraycopy(request, 0, many, i * request.length, request.length);
        }
        try {
            while (!Thread.interrupted()) {
                client.send(many);
            }
        } catch (IOException e) {
            // The host has ended.
        }
    }
}

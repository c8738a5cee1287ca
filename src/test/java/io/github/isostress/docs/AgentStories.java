package io.github.isostress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.support.Await;
import io.github.isostress.support.Ports;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The commands of the page on many machines: two agents and their controller, at the host of the reader. */
final class AgentStories {
    private static final Duration LONGEST_START = Duration.ofSeconds(300);

    private AgentStories() {}

    /** A host that requires client certificates; the folder has them, and commands lead to it. */
    static EmbeddedHost hostOfTheReader(CommandFolder folder) throws IOException {
        TestCertificates certificates = new TestCertificates(folder.file("."));
        EmbeddedHost host = TestHosts.tls("iso87ascii", certificates, true);
        folder.replace("10.1.2.3", "127.0.0.1").replace("-Jport=5000", "-Jport=" + host.port());
        folder.replace("/path/ca.pem", certificates.ca());
        folder.with("secrets.properties", """
                client_cert_pfx=%s
                client_cert_password=%s
                """.formatted(certificates.client(), TestCertificates.PASSWORD));
        return host;
    }

    static void withoutTls(CommandFolder folder) throws Exception {
        run(folder, DocumentedCommand.AGENT_1, DocumentedCommand.AGENT_2, DocumentedCommand.CONTROLLER, "plain.jtl");
    }

    static void overTls(CommandFolder folder) throws Exception {
        folder.run(DocumentedCommand.AGENT_KEYS);
        run(
                folder,
                DocumentedCommand.TLS_AGENT_1,
                DocumentedCommand.TLS_AGENT_2,
                DocumentedCommand.TLS_CONTROLLER,
                "tls.jtl");
    }

    private static void run(
            CommandFolder folder,
            DocumentedCommand agent1,
            DocumentedCommand agent2,
            DocumentedCommand controller,
            String results)
            throws Exception {
        try (EmbeddedHost host = hostOfTheReader(folder)) {
            folder.replace("26001", Ports.free()).replace("26002", Ports.free());
            folder.start(agent1);
            folder.start(agent2);
            awaitReady(folder.file(agent1.log()));
            awaitReady(folder.file(agent2.log()));
            folder.run(controller);
            assertThat(folder.purchases(results))
                    .as("all reached the host of the reader")
                    .isPositive()
                    .isEqualTo(host.record().requestsAnswered());
        }
    }

    private static void awaitReady(Path log) {
        Await.until(LONGEST_START, "the agent is ready", () -> {
            try {
                return Files.exists(log) && Files.readString(log).contains("Bound to RMI registry on port");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

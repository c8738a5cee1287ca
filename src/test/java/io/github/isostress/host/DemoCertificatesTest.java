package io.github.isostress.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.HostConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCertificatesTest {
    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void nameFolder() {
        folder = parent.resolve("deep/certs");
    }

    private Map<String, List<Byte>> contents() throws IOException {
        Map<String, List<Byte>> contents = new HashMap<>();
        for (String name : List.of("ca.pem", "server.p12", "client.pfx")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            contents.put(
                    name,
                    java.util.stream.IntStream.range(0, bytes.length)
                            .mapToObj(i -> bytes[i])
                            .toList());
        }
        return contents;
    }

    private X509Certificate certificate(String name) throws Exception {
        KeyStore store = KeyStore.getInstance(folder.resolve(name).toFile(), "changeit".toCharArray());
        return (X509Certificate) store.getCertificate("demo");
    }

    @Test
    void shouldMakeCertificatesThatWorkTogetherWhenThereAreNone() throws Exception {
        assertThat(DemoCertificates.ensure(folder)).isTrue();

        HostTls tls = new HostTls(folder.resolve("server.p12"), "changeit", true, folder.resolve("ca.pem"), "");
        HostSettings settings = new HostSettings(
                "127.0.0.1",
                0,
                FramingReader.parse(""),
                Optional.of(Packagers.builtIn("iso87ascii")),
                Optional.of(tls));
        ClientTls client =
                ClientTls.trusting(folder.resolve("ca.pem")).showing(folder.resolve("client.pfx"), "changeit");
        try (EmbeddedHost host = EmbeddedHost.start(settings);
                HostConnection connection = TestClient.connect(host.port(), "binary2", client)) {
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void shouldKeepThemWhenTheyAreValid() throws Exception {
        DemoCertificates.ensure(folder);
        Map<String, List<Byte>> before = contents();

        assertThat(DemoCertificates.ensure(folder)).isFalse();
        assertThat(contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "server.p12", "client.pfx"})
    void shouldMakeAllAnewWhenOneIsMissing(String name) throws Exception {
        DemoCertificates.ensure(folder);
        Map<String, List<Byte>> before = contents();
        Files.delete(folder.resolve(name));

        assertThat(DemoCertificates.ensure(folder)).isTrue();
        assertThat(contents()).allSatisfy((file, bytes) -> assertThat(bytes).isNotEqualTo(before.get(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server.p12", "client.pfx"})
    void shouldMakeAllAnewWhenOneExpiresWithinAWeek(String name) throws Exception {
        DemoCertificates.ensure(folder);
        write(folder.resolve(name), Instant.now().plus(Duration.ofDays(6)));

        assertThat(DemoCertificates.ensure(folder)).isTrue();
        assertThat(certificate(name).getNotAfter()).isAfter(Instant.now().plus(Duration.ofDays(300)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "server.p12", "client.pfx"})
    void shouldMakeAllAnewWhenOneIsUnreadable(String name) throws Exception {
        DemoCertificates.ensure(folder);
        Files.writeString(folder.resolve(name), "no certificate");

        assertThat(DemoCertificates.ensure(folder)).isTrue();
        assertThat(folder.resolve("ca.pem")).content().startsWith("-----BEGIN CERTIFICATE-----\n");
    }

    /** The folder mixes files of two runs. */
    @Test
    void shouldMakeAllAnewWhenTheyAreOfTwoAuthorities() throws Exception {
        DemoCertificates.ensure(folder);
        Path other = parent.resolve("other");
        Files.createDirectories(other);
        Files.copy(
                new TestCertificates(other).ca(),
                folder.resolve("ca.pem"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(DemoCertificates.ensure(folder)).isTrue();
    }

    private static void write(Path file, Instant until) throws Exception {
        CertificateAuthority authority = new CertificateAuthority("short-lived", until);
        CertificateAuthority.Identity identity = authority.issue("short-lived", List.of());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("demo", identity.key(), "changeit".toCharArray(), new Certificate[] {identity.certificate()});
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
    }
}

package io.github.isostress.support;

import io.github.isostress.host.CertificateAuthority;
import io.github.isostress.host.CertificateAuthority.Identity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A folder with a new CA and certificates that it issued. */
public final class TestCertificates {
    /** The password of every store in the folder; tests check that it is never shown. */
    public static final String PASSWORD = "s3cret-of-the-store";

    private final Path folder;
    private final CertificateAuthority authority;

    /** A new CA, with a server certificate for localhost and 127.0.0.1 and a client certificate. */
    public TestCertificates(Path folder) {
        this.folder = folder;
        try {
            authority = new CertificateAuthority("test CA", Instant.now().plus(Duration.ofDays(2)));
            writePem(ca(), authority.certificate());
            writeStore("PKCS12", server(), PASSWORD, authority.issue("localhost", List.of("localhost", "127.0.0.1")));
            writeStore("PKCS12", client(), PASSWORD, authority.issue("a client", List.of()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public CertificateAuthority authority() {
        return authority;
    }

    public Path ca() {
        return folder.resolve("ca.pem");
    }

    public Path server() {
        return folder.resolve("server.p12");
    }

    public Path client() {
        return folder.resolve("client.pfx");
    }

    /** A server's key store for these host names, valid for this period. */
    public Path serverFor(List<String> hosts, Instant from, Instant until) {
        try {
            Path store = Files.createTempFile(folder, "server", ".p12");
            writeStore("PKCS12", store, PASSWORD, authority.issue(hosts.get(0), hosts, from, until));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server's key store for localhost whose certificate expired a day ago. */
    public Path expiredServer() {
        return serverFor(List.of("localhost"), inDays(-2), inDays(-1));
    }

    /** A server's key store for localhost whose certificate is valid from tomorrow. */
    public Path notYetValidServer() {
        return serverFor(List.of("localhost"), inDays(1), inDays(2));
    }

    /** A server's key store whose certificate is for other names than localhost. */
    public Path serverOfAnotherName() {
        return serverFor(List.of("other.example", "10.1.2.3"), inDays(-1), inDays(1));
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    /** Shows the server certificate and trusts this CA's clients. */
    public SSLContext serverContext() {
        return contextShowing(server());
    }

    /** Shows that store's certificate, at either end; made by the JDK alone. */
    public SSLContext contextShowing(Path keyStore) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
            return context(keys.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows no certificate; made by the JDK alone. */
    public SSLContext anonymousContext() {
        return context(new KeyManager[0]);
    }

    private SSLContext context(KeyManager[] keys) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", authority.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a store with one key as PEM beside it, for openssl. */
    public static Path asPem(Path keyStore) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        String alias = store.aliases().nextElement();
        return Files.writeString(
                keyStore.resolveSibling(keyStore.getFileName() + ".pem"),
                pem("PRIVATE KEY", store.getKey(alias, PASSWORD.toCharArray()).getEncoded())
                        + pem("CERTIFICATE", store.getCertificate(alias).getEncoded()));
    }

    public static void writePem(Path file, X509Certificate... certificates)
            throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            text.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        Files.writeString(file, text);
    }

    public static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    /** Writes a store with one key. */
    public static void writeStore(String type, Path file, String password, Identity identity)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setKeyEntry("it", identity.key(), password.toCharArray(), new Certificate[] {identity.certificate()});
        save(store, file, password);
    }

    public static void writeTrustStore(String type, Path file, String password, X509Certificate... certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry("trusted-" + store.size(), certificate);
        }
        save(store, file, password);
    }

    /** Writes a store with a key for each certificate; the aliases are the common names. */
    public static void writeStore(Path file, String password, List<Identity> identities)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Identity each : identities) {
            String name = each.certificate().getSubjectX500Principal().getName().substring("CN=".length());
            store.setKeyEntry(name, each.key(), password.toCharArray(), new Certificate[] {each.certificate()});
        }
        save(store, file, password);
    }

    private static void save(KeyStore store, Path file, String password) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }
}

package io.github.isostress.host;

import io.github.isostress.host.CertificateAuthority.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/**
 * Makes the certificates of demos and rehearsals: {@value #CA_FILE}, {@value #SERVER_FILE} for this machine's loopback
 * names, and {@value #CLIENT_FILE}. Both stores have the password {@value #PASSWORD}: do not trust these certificates
 * elsewhere.
 */
public final class DemoCertificates {
    /** The demo CA's certificate. */
    public static final String CA_FILE = "ca.pem";
    /** The host's certificate and key. */
    public static final String SERVER_FILE = "server.p12";
    /** A client's certificate and key. */
    public static final String CLIENT_FILE = "client.pfx";
    /** The password of both key stores; not a secret. */
    public static final String PASSWORD = "changeit";

    private static final Duration VALIDITY = Duration.ofDays(365);
    private static final Duration RENEWAL = Duration.ofDays(7);
    private static final String ALIAS = "demo";

    private DemoCertificates() {}

    /**
     * Makes the certificates unless they exist and are valid for another week.
     *
     * @param arguments the folder; {@code certs} if there is none
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "certs");
        String made = ensure(folder) ? "Made" : "Kept";
        System.out.println(made + " the demo certificates in " + folder);
    }

    /**
     * Makes the certificates unless they exist and are valid for another week.
     *
     * @return whether they were made
     */
    public static boolean ensure(Path folder) throws IOException {
        Path authorityFile = folder.resolve(CA_FILE);
        if (isValid(folder.resolve(SERVER_FILE), authorityFile)
                && isValid(folder.resolve(CLIENT_FILE), authorityFile)) {
            return false;
        }
        Files.createDirectories(folder);
        try {
            CertificateAuthority authority =
                    new CertificateAuthority("iso-stress demo CA", Instant.now().plus(VALIDITY));
            writePem(authorityFile, authority.certificate());
            writeStore(
                    folder.resolve(SERVER_FILE),
                    authority.issue("localhost", List.of("localhost", "127.0.0.1", "::1")),
                    authority.certificate());
            writeStore(
                    folder.resolve(CLIENT_FILE),
                    authority.issue("iso-stress demo client", List.of()),
                    authority.certificate());
            return true;
        } catch (GeneralSecurityException e) {
            throw new IOException("the demo certificates cannot be made", e);
        }
    }

    private static boolean isValid(Path store, Path authorityFile) {
        try (InputStream pem = Files.newInputStream(authorityFile)) {
            Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            KeyStore opened = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            X509Certificate certificate = (X509Certificate) opened.getCertificate(ALIAS);
            certificate.verify(authority.getPublicKey());
            certificate.checkValidity(Date.from(Instant.now().plus(RENEWAL)));
            return true;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static void writePem(Path file, X509Certificate certificate) throws IOException, GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n",
                StandardCharsets.US_ASCII);
    }

    private static void writeStore(Path file, Identity identity, X509Certificate issuer)
            throws IOException, GeneralSecurityException {
        char[] password = PASSWORD.toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(ALIAS, identity.key(), password, new Certificate[] {identity.certificate(), issuer});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
    }
}

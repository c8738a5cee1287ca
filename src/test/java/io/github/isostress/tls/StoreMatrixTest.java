package io.github.isostress.tls;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.host.CertificateAuthority.Identity;
import io.github.isostress.support.ClientTls;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.StoreFiles;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.HostConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kind of file x purpose x password: each works in a handshake or fails with one sentence. */
class StoreMatrixTest {
    private static final Map<String, String> PASSWORDS = Map.of("R", PASSWORD, "W", "wrong", "E", "");

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry(
                    "UNKNOWN",
                    "KEY_STORE_UNREADABLE FILE is in no format that is read (PEM, PKCS#12, JKS, JCEKS, BKS, UBER, BCFKS)"),
            Map.entry("UNKNOWN KEY", "KEY_STORE_UNREADABLE FILE is not PEM"),
            Map.entry(
                    "CERTS",
                    "KEY_STORE_WITHOUT_KEY FILE holds no private key, only the certificates of 'CN=test CA': name the PEM file of the private key, too"),
            Map.entry(
                    "BARE",
                    "KEY_STORE_WITHOUT_KEY FILE holds no private key, only the certificates of 'CN=test CA': name a PFX (PKCS#12), or PEM with the certificate and its key"),
            Map.entry(
                    "CERTS IN STORE",
                    "KEY_STORE_WITHOUT_KEY FILE holds no private key with its certificate, only the certificates of 'CN=test CA': export it again, with the private key"),
            Map.entry("NO KEY", "KEY_STORE_WITHOUT_KEY FILE holds no private key, only certificates"),
            Map.entry(
                    "DER CERT",
                    "KEY_STORE_UNREADABLE FILE is a certificate, or a bundle of them: name the private key"),
            Map.entry(
                    "ONLY KEY",
                    "KEY_STORE_WITHOUT_KEY FILE holds no certificate, which is to be shown with the private key"),
            Map.entry("DAMAGED", "KEY_STORE_UNREADABLE FILE is damaged"),
            Map.entry("MISSING", "KEY_STORE_MISSING FILE does not exist"),
            Map.entry("FOLDER", "KEY_STORE_MISSING FILE is a folder"));

    @TempDir
    private static Path folder;

    private static TestCertificates certificates;
    private static Path clientCertificate;
    private static Path clientPair;
    private static StoreFiles files;
    private static ScriptedPeer server;

    @BeforeAll
    static void startServer() throws Exception {
        certificates = new TestCertificates(folder);
        Identity client = certificates.authority().issue("a client", List.of());
        files = new StoreFiles(folder, certificates.authority().certificate(), client);
        clientPair = files.make("pair pem");
        clientCertificate = folder.resolve("client.pem");
        TestCertificates.writePem(clientCertificate, client.certificate());
        server = ScriptedPeer.overTls(
                certificates.serverContext(),
                parameters -> {
                    parameters.setNeedClientAuth(true);
                    parameters.setProtocols(new String[] {"TLSv1.2"});
                },
                Step.staySilent());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    /** A cell is ok, or a code and a sentence; an asterisk means that the password does not matter. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # kind               | opens with | trust store | key store | private key
            certs pem            | RWE | ok | CERTS | NO KEY
            certs pem several    | RWE | ok | KEY_STORE_WITHOUT_KEY FILE holds no private key, only the certificates of 'CN=test CA', 'CN=a client': name the PEM file of the private key, too | NO KEY
            certs trusted pem    | RWE | ok | CERTS | NO KEY
            certs trusted pem aux   | RWE | ok | CERTS | NO KEY
            certs trusted pem alias | RWE | ok | CERTS | NO KEY
            certs der            | RWE | ok | BARE | DER CERT
            certs p7b            | RWE | ok | BARE | DER CERT
            certs p7b pem        | RWE | ok | CERTS | NO KEY
            certs utf16          | RWE | ok | CERTS | NO KEY
            certs utf8 mark      | RWE | ok | CERTS | NO KEY
            p12 java             | R   | ok | CERTS IN STORE | * IS PKCS#12 (PFX)
            p12 java empty       | E   | ok | CERTS IN STORE | * IS PKCS#12 (PFX)
            p12 aes              | R   | ok | CERTS IN STORE | * IS PKCS#12 (PFX)
            p12 aes empty        | E   | ok | CERTS IN STORE | * IS PKCS#12 (PFX)
            p12 3des empty       | E   | ok | CERTS IN STORE | * IS PKCS#12 (PFX)
            p12 plain empty      | E   | ok | CERTS IN STORE | * IS PKCS#12 (PFX)
            p12 plain            | RWE | ok | CERTS IN STORE | * IS PKCS#12 (PFX)
            store JKS            | R   | ok | CERTS IN STORE | * IS JKS
            store JCEKS          | R   | ok | CERTS IN STORE | * IS JCEKS
            store BKS            | RE  | ok | CERTS IN STORE | * IS BKS
            store UBER           | R   | ok | CERTS IN STORE | * IS BKS
            store BCFKS          | R   | ok | CERTS IN STORE | * IS BCFKS
            pair PKCS12          | R   | ok | ok | * IS PKCS#12 (PFX)
            pair PKCS12 empty    | E   | ok | ok | * IS PKCS#12 (PFX)
            pair JKS             | R   | ok | ok | * IS JKS
            pair JCEKS           | R   | ok | ok | * IS JCEKS
            pair UBER            | R   | ok | ok | * IS BKS
            pair BCFKS           | R   | ok | ok | * IS BCFKS
            pair pem             | RWE | ok | ok | ok
            pair pem encrypted   | R   | * ok | ok | ok
            key pem              | RWE | KEY_STORE_UNREADABLE FILE holds no certificate, only a private key: name the certificates to trust | ONLY KEY | ok
            key pem encrypted    | R   | * KEY_STORE_UNREADABLE FILE holds no certificate, only a private key: name the certificates to trust | * ONLY KEY | ok
            key utf16            | RWE | KEY_STORE_UNREADABLE FILE holds no certificate, only a private key: name the certificates to trust | ONLY KEY | ok
            key der              | RWE | KEY_STORE_UNREADABLE FILE is a private key in DER: name the certificates to trust | KEY_STORE_UNREADABLE FILE is a private key in DER: name a PFX (PKCS#12), or PEM with the certificate and its key | KEY_STORE_UNREADABLE FILE is a private key in DER: convert it: openssl pkey -inform DER -in PATH -out new.key
            key der encrypted    | RWE | KEY_STORE_UNREADABLE FILE is a private key in DER: name the certificates to trust | KEY_STORE_UNREADABLE FILE is a private key in DER: name a PFX (PKCS#12), or PEM with the certificate and its key | KEY_STORE_UNREADABLE FILE is a private key in DER: convert it: openssl pkey -inform DER -in PATH -out new.key
            key openssh          | RWE | KEY_STORE_UNREADABLE FILE holds no certificate, only a key of OpenSSH: name the certificates to trust | ONLY KEY, only a key of OpenSSH: name a PFX (PKCS#12), or PEM with the certificate and its key | KEY_STORE_WITHOUT_KEY FILE holds no private key, only a key of OpenSSH: convert it: ssh-keygen -p -m PEM -f PATH
            key putty            | RWE | KEY_STORE_UNREADABLE FILE is a key of PuTTY: name the certificates to trust | KEY_STORE_UNREADABLE FILE is a key of PuTTY: name a PFX (PKCS#12), or PEM with the certificate and its key | KEY_STORE_UNREADABLE FILE is a key of PuTTY: export it in PuTTYgen as an OpenSSL key, and name that
            other csr pem        | RWE | KEY_STORE_UNREADABLE FILE holds no certificate, only a certificate request (CSR): name the certificate that the CA made of it | ONLY KEY, only a certificate request (CSR): name the certificate that the CA made of it | KEY_STORE_WITHOUT_KEY FILE holds no private key, only a certificate request (CSR): name the certificate that the CA made of it
            other csr der        | RWE | KEY_STORE_UNREADABLE FILE is a certificate request (CSR): name the certificate that the CA made of it | = | =
            other crl pem        | RWE | KEY_STORE_UNREADABLE FILE holds no certificate, only a revocation list (CRL): name the certificates themselves | ONLY KEY, only a revocation list (CRL): name the certificates themselves | KEY_STORE_WITHOUT_KEY FILE holds no private key, only a revocation list (CRL): name the certificates themselves
            other crl der        | RWE | KEY_STORE_UNREADABLE FILE is a revocation list (CRL): name the certificates themselves | = | =
            other public pem     | RWE | KEY_STORE_UNREADABLE FILE holds no certificate, only a public key: name the certificate of that key | ONLY KEY, only a public key: name the certificate of that key | KEY_STORE_WITHOUT_KEY FILE holds no private key, only a public key: name the certificate of that key
            other public der     | RWE | KEY_STORE_UNREADABLE FILE is a public key: name the certificate of that key | = | =
            other ssh public     | RWE | KEY_STORE_UNREADABLE FILE is a public key of SSH: TLS takes certificates | = | =
            other pgp            | RWE | KEY_STORE_UNREADABLE FILE holds no certificate, only keys or data of PGP, which TLS does not know | ONLY KEY, only keys or data of PGP, which TLS does not know | KEY_STORE_WITHOUT_KEY FILE holds no private key, only keys or data of PGP, which TLS does not know
            other base64         | RWE | KEY_STORE_UNREADABLE FILE is base64 without the lines BEGIN and END: write -----BEGIN CERTIFICATE----- before it and -----END CERTIFICATE----- after it | = | =
            other empty          | RWE | KEY_STORE_UNREADABLE FILE is empty: write or copy it again | = | =
            other blank          | RWE | KEY_STORE_UNREADABLE FILE is empty: write or copy it again | = | =
            other html           | RWE | KEY_STORE_UNREADABLE FILE is HTML or XML: name a file of certificates or keys | = | =
            other json           | RWE | KEY_STORE_UNREADABLE FILE is JSON: name a file of certificates or keys | = | =
            other nss            | RWE | KEY_STORE_UNREADABLE FILE is a database of NSS (Firefox): export from it: pk12util -o new.p12 -n NAME -d FOLDER | = | =
            other sst            | RWE | KEY_STORE_UNREADABLE FILE is a serialized store of Windows (SST): export it again as PKCS#7 or PKCS#12 | = | =
            other text           | RWE | UNKNOWN | UNKNOWN | UNKNOWN KEY
            other half p12       | RWE | DAMAGED | DAMAGED | DAMAGED
            other half pem       | RWE | KEY_STORE_UNREADABLE FILE holds no certificate that can be read | DAMAGED | DAMAGED
            other broken pem     | RWE | KEY_STORE_UNREADABLE FILE holds no certificate that can be read | KEY_STORE_UNREADABLE FILE holds a certificate or key that Java cannot read | NO KEY
            missing              | RWE | MISSING | MISSING | MISSING
            folder               | RWE | FOLDER | FOLDER | FOLDER
            """)
    void shouldWorkOrSayWhyNot(String kind, String opens, String trust, String key, String privateKey)
            throws Exception {
        Path file = files.make(kind);
        for (String letter : PASSWORDS.keySet()) {
            String password = PASSWORDS.get(letter);
            boolean opened = opens.contains(letter);
            ClientTls trusting = tls(new HostTrust(file, password, false, true), client());
            ClientTls showing = tls(ca(), new ClientKey(file, password, null, ""));
            ClientTls joining = tls(ca(), new ClientKey(clientCertificate, password, file, ""));

            assertThat(told(trusting)).isEqualTo(expected(trust, trust, "trust store", file, opened, password));
            assertThat(told(showing)).isEqualTo(expected(key, trust, "key store", file, opened, password));
            assertThat(told(joining))
                    .isEqualTo(expected(privateKey, trust, "private key file", file, opened, password));
        }
    }

    private static HostTrust ca() {
        return new HostTrust(certificates.ca(), "", false, true);
    }

    private static ClientKey client() {
        return new ClientKey(clientPair, "", null, "");
    }

    private static ClientTls tls(HostTrust trust, ClientKey key) {
        return new ClientTls(key, trust, TlsOffer.DEFAULT, SessionResumption.FULL);
    }

    /** The outcome of a connection: ok, or the code and the sentence. */
    private static String told(ClientTls tls) {
        try (HostConnection connection = TestClient.connect(server.port(), "binary2", tls)) {
            return connection.socket().isConnected() ? "ok" : "not connected";
        } catch (FailureException e) {
            return e.failure() + " " + e.getMessage();
        } catch (IllegalStateException e) {
            FailureException refusal = (FailureException) e.getCause();
            return refusal.failure() + " " + refusal.getMessage();
        }
    }

    private static String expected(
            String cell, String first, String words, Path file, boolean opened, String password) {
        String all = cell.equals("=") ? first : cell;
        String named = words + " " + file;
        if (!all.startsWith("* ") && !opened) {
            return "KEY_STORE_PASSWORD the password of " + named + " is wrong"
                    + (password.isEmpty() ? ": it has one, and none is set" : "");
        }
        String sentence = all.replace("* ", "");
        for (String name : List.of("ONLY KEY")) {
            sentence = sentence.replace(name, SENTENCES.get(name));
        }
        sentence = sentence.startsWith("IS ")
                ? "KEY_STORE_UNREADABLE FILE is " + sentence.substring(3) + ", not PEM: name it as the key store, alone"
                : SENTENCES.getOrDefault(sentence, sentence);
        return sentence.replace("FILE", named).replace("PATH", file.toString());
    }
}

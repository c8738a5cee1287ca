package io.github.isostress.support;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static io.github.isostress.support.TestCertificates.pem;

import io.github.isostress.host.CertificateAuthority.Identity;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS8EncryptedPrivateKeyInfoBuilder;

/** Every kind of file that a plan may name for keys or certificates, made by Java and Bouncy Castle. */
public final class StoreFiles {
    private final Path folder;
    private final X509Certificate ca;
    private final Identity client;
    private final KeyStoreFiles keyStores;

    public StoreFiles(Path folder, X509Certificate ca, Identity client) {
        this.folder = folder;
        this.ca = ca;
        this.client = client;
        this.keyStores = new KeyStoreFiles(ca, client);
    }

    /** Makes the file of that kind; for {@code missing} only its path. */
    public Path make(String kind) throws Exception {
        Path file = folder.resolve(kind.replace(' ', '-'));
        if (kind.equals("folder")) {
            return Files.createDirectories(file);
        }
        return kind.equals("missing") ? file : Files.write(file, content(kind));
    }

    private byte[] content(String kind) throws Exception {
        return switch (kind.substring(0, kind.indexOf(' '))) {
            case "certs" -> certificates(kind.substring("certs ".length()));
            case "p12" -> keyStores.certificates(kind.substring("p12 ".length()));
            case "store" -> keyStores.store(kind.split(" ")[1], true, PASSWORD);
            case "pair" -> pair(kind.substring("pair ".length()));
            case "key" -> key(kind.substring("key ".length()));
            case "other" -> other(kind.substring("other ".length()));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private byte[] certificates(String form) throws Exception {
        String one = pem("CERTIFICATE", ca.getEncoded());
        byte[] bundle = CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(ca))
                .getEncoded("PKCS7");
        return switch (form) {
            case "pem" -> text(one);
            case "pem several" ->
                text("subject=one\n" + one + "\n-- text between --\n"
                        + pem("CERTIFICATE", client.certificate().getEncoded()) + "# end");
            case "trusted pem" -> text(pem("TRUSTED CERTIFICATE", ca.getEncoded()));
            case "trusted pem aux" ->
                text(pem(
                        "TRUSTED CERTIFICATE",
                        join(
                                ca.getEncoded(),
                                new DERSequence(new DERSequence(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.1")))
                                        .getEncoded())));
            case "trusted pem alias" ->
                text(pem(
                        "TRUSTED CERTIFICATE",
                        join(ca.getEncoded(), new DERSequence(new DERUTF8String("our CA")).getEncoded())));
            case "der" -> ca.getEncoded();
            case "p7b" -> bundle;
            case "p7b pem" -> text(pem("PKCS7", bundle));
            case "utf16" -> ("\uFEFF" + one).getBytes(StandardCharsets.UTF_16LE);
            case "utf8 mark" -> ("\uFEFF" + one).getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException(form);
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private byte[] pair(String form) throws Exception {
        String chain = pem("CERTIFICATE", client.certificate().getEncoded()) + pem("CERTIFICATE", ca.getEncoded());
        return switch (form) {
            case "PKCS12 empty" -> keyStores.store("PKCS12", false, "");
            case "pem" -> text(chain + pem("PRIVATE KEY", client.key().getEncoded()));
            case "pem encrypted" -> text(pem("ENCRYPTED PRIVATE KEY", encryptedKey()) + chain);
            default -> keyStores.store(form, false, PASSWORD);
        };
    }

    private byte[] encryptedKey() throws Exception {
        return new JcaPKCS8EncryptedPrivateKeyInfoBuilder(client.key())
                .build(KeyStoreFiles.aes(PASSWORD))
                .getEncoded();
    }

    private byte[] key(String form) throws Exception {
        return switch (form) {
            case "pem" -> text(pem("PRIVATE KEY", client.key().getEncoded()));
            case "pem encrypted" -> text(pem("ENCRYPTED PRIVATE KEY", encryptedKey()));
            case "utf16" ->
                ("\uFEFF" + pem("PRIVATE KEY", client.key().getEncoded())).getBytes(StandardCharsets.UTF_16);
            case "der" -> client.key().getEncoded();
            case "der encrypted" -> encryptedKey();
            case "openssh" -> text(pem("OPENSSH PRIVATE KEY", text("openssh-key-v1\u0000")));
            case "putty" -> text("PuTTY-User-Key-File-2: ssh-rsa\n");
            default -> throw new IllegalArgumentException(form);
        };
    }

    private byte[] other(String form) throws Exception {
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(client.key());
        byte[] request = new JcaPKCS10CertificationRequestBuilder(
                        new X500Principal("CN=me"), client.certificate().getPublicKey())
                .build(signer)
                .getEncoded();
        byte[] revoked = new JcaX509v2CRLBuilder(new X500Principal("CN=me"), new Date())
                .addCRLEntry(BigInteger.ONE, new Date(), 0)
                .build(signer)
                .getEncoded();
        return switch (form) {
            case "csr pem" -> text(pem("CERTIFICATE REQUEST", request));
            case "csr der" -> request;
            case "crl pem" -> text(pem("X509 CRL", revoked));
            case "crl der" -> revoked;
            case "public pem" ->
                text(pem("PUBLIC KEY", client.certificate().getPublicKey().getEncoded()));
            case "public der" -> client.certificate().getPublicKey().getEncoded();
            case "ssh public" -> text("ssh-rsa AAAAB3NzaC1yc2E= me");
            case "pgp" ->
                text(
                        "-----BEGIN PGP PUBLIC KEY BLOCK-----\nVersion: 1\n\nmQEN\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----\n");
            case "base64" -> Base64.getMimeEncoder().encode(ca.getEncoded());
            case "empty" -> new byte[0];
            case "blank" -> text(" \n");
            case "html" -> text("<!DOCTYPE html><html/>");
            case "json" -> text("{\"keys\": []}");
            case "text" -> text("see the wiki");
            case "nss" -> text("SQLite format 3\u0000");
            case "sst" -> text("\u0000\u0000\u0000\u0000CERT\u0000");
            case "half p12" -> Arrays.copyOf(keyStores.store("PKCS12", false, PASSWORD), 300);
            case "half pem" -> text(pem("CERTIFICATE", ca.getEncoded()).substring(0, 200));
            case "broken pem" -> text(pem("CERTIFICATE", new byte[] {0x30, 0}));
            default -> throw new IllegalArgumentException(form);
        };
    }
}

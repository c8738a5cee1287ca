package io.github.isostress.support;

import static io.github.isostress.support.TestCertificates.PASSWORD;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A client's certificate, its intermediate CA and the root, as banks issue them. */
public final class ClientChain {
    private final KeyPair keys = newKeys();
    private final X509Certificate root;
    private final X509Certificate intermediate;
    private final X509Certificate client;

    public ClientChain() throws Exception {
        KeyPair rootKeys = newKeys();
        KeyPair intermediateKeys = newKeys();
        root = certificate("root", "root", rootKeys, rootKeys.getPrivate(), true);
        intermediate = certificate("intermediate", "root", intermediateKeys, rootKeys.getPrivate(), true);
        client = certificate("client", "intermediate", keys, intermediateKeys.getPrivate(), false);
    }

    private static KeyPair newKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(String name, String issuer, KeyPair keys, PrivateKey signs, boolean ca)
            throws Exception {
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                new X500Name("CN=" + issuer),
                                new BigInteger(64, new java.security.SecureRandom()),
                                Date.from(now.minus(Duration.ofDays(1))),
                                Date.from(now.plus(Duration.ofDays(1))),
                                new X500Name("CN=" + name),
                                keys.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(ca))
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signs)));
    }

    /** A PFX of the client's certificate, with or without the intermediate. */
    public Path pfx(Path folder, boolean withIntermediate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = withIntermediate ? new Certificate[] {client, intermediate} : new Certificate[] {client};
        store.setKeyEntry("it", keys.getPrivate(), PASSWORD.toCharArray(), chain);
        Path file = Files.createTempFile(folder, "chain", ".pfx");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    /** A server that trusts the root alone. */
    public SSLContext server(TestCertificates certificates) throws Exception {
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(
                KeyStore.getInstance(certificates.server().toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("root", root);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}

package io.github.isostress.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * Opens trust stores, the type found out from the file. Every refusal is an IllegalArgumentException with one clear
 * sentence that names the file and never a password. Thread-safe.
 */
public final class TrustStores {
    private static final String PEM_BEGIN = "-----BEGIN";

    private TrustStores() {}

    /**
     * The trust managers for a file of trusted certificates: all that it holds, those in the chain of a key too.
     *
     * @param file PEM certificates, or a PKCS#12 (PFX) or JKS store
     * @param password of the store; not used for PEM
     */
    public static TrustManager[] trustManagers(Path file, String password) {
        KeyStores.requireFile(KeyStores.Kind.TRUST_STORE, file);
        try {
            Collection<? extends Certificate> certificates = isPem(file) ? pem(file) : stored(file, password);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("trust store " + file + " holds no certificate");
            }
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate certificate : certificates) {
                trusted.setCertificateEntry("trusted-" + trusted.size(), certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return factory.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("trust store " + file + " holds no certificate that can be read", e);
        }
    }

    private static boolean isPem(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(64 * 1024), StandardCharsets.ISO_8859_1).contains(PEM_BEGIN);
        }
    }

    private static Collection<? extends Certificate> pem(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    private static Set<Certificate> stored(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStores.load(KeyStores.Kind.TRUST_STORE, file, password);
        Set<Certificate> certificates = new LinkedHashSet<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(alias);
            certificates.addAll(chain == null ? Set.of(store.getCertificate(alias)) : Arrays.asList(chain));
        }
        return certificates.isEmpty() ? unmarked(file, password) : certificates;
    }

    /** The JDK passes over certificates in a PFX that are not marked as trusted, as those that openssl puts there. */
    private static Set<Certificate> unmarked(Path file, String password) throws IOException, GeneralSecurityException {
        InputDecryptorProvider decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(password.toCharArray());
        Set<Certificate> certificates = new LinkedHashSet<>();
        try {
            for (ContentInfo content : new PKCS12PfxPdu(Files.readAllBytes(file)).getContentInfos()) {
                boolean encrypted = content.getContentType().equals(PKCSObjectIdentifiers.encryptedData);
                PKCS12SafeBagFactory bags =
                        encrypted ? new PKCS12SafeBagFactory(content, decryptor) : new PKCS12SafeBagFactory(content);
                for (PKCS12SafeBag bag : bags.getSafeBags()) {
                    if (bag.getBagValue() instanceof X509CertificateHolder certificate) {
                        certificates.add(new JcaX509CertificateConverter().getCertificate(certificate));
                    }
                }
            }
            return certificates;
        } catch (PKCSException e) {
            throw new GeneralSecurityException(e);
        }
    }
}

package io.github.isostress.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** The labelled blocks of a PEM file (RFC 7468); text between them is ignored. Immutable. */
final class PemFile {
    private static final String BEGIN = "-----BEGIN ";
    private static final int WHERE_IT_BEGINS = 64 * 1024;
    private static final String KEY = "PRIVATE KEY";
    private static final String OF_SSH = "OPENSSH PRIVATE KEY";
    /** OpenSSL's own label: after the certificate comes what it is trusted for (openssl-x509, -trustout). */
    private static final String TRUSTED = "TRUSTED CERTIFICATE";

    private static final Set<String> CERTIFICATES = Set.of(
            "CERTIFICATE", "X509 CERTIFICATE", TRUSTED, "PKCS7", "PKCS #7 SIGNED DATA", "CMS", "CERTIFICATE CHAIN");

    private static final Pattern LABEL = Pattern.compile("-----BEGIN ([^-\\r\\n]+)-----");

    private final List<PemObject> blocks = new ArrayList<>();

    private final Set<String> labels = new LinkedHashSet<>();

    /**
     * @throws IOException if a block of certificates or keys does not end, or is not base64
     */
    PemFile(byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        LABEL.matcher(text).results().forEach(label -> labels.add(label.group(1)));
        try (PemReader reader = new PemReader(new StringReader(text))) {
            for (PemObject block = reader.readPemObject(); block != null; block = reader.readPemObject()) {
                blocks.add(block);
            }
        } catch (IOException | RuntimeException e) {
            if (labels.stream().anyMatch(label -> CERTIFICATES.contains(label) || label.endsWith(KEY))) {
                throw new IOException(e);
            }
        }
    }

    /** Whether the file has a block in its first 64 KiB. */
    static boolean isPem(byte[] content) {
        int length = Math.min(content.length, WHERE_IT_BEGINS);
        return new String(content, 0, length, StandardCharsets.ISO_8859_1).contains(BEGIN);
    }

    /** The blocks of private keys, encrypted or not; keys of OpenSSH are left out. */
    List<PemObject> keys() {
        return blocks.stream()
                .filter(block ->
                        block.getType().endsWith(KEY) && !block.getType().equals(OF_SSH))
                .toList();
    }

    private static boolean isKey(String label) {
        return label.endsWith(KEY) && !label.equals(OF_SSH);
    }

    /** What the file holds besides what it was named for, and what to do about it; for the end of a sentence. */
    String othersHeld(StoreFile.Kind kind, Path file) {
        return labels.stream()
                .filter(label -> !CERTIFICATES.contains(label))
                .filter(label -> kind != StoreFile.Kind.KEY_STORE || !isKey(label))
                .map(label -> held(label, kind, file))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String held(String label, StoreFile.Kind kind, Path file) {
        return switch (label) {
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" ->
                "a certificate request (CSR): name the certificate that the CA made of it";
            case "X509 CRL" -> "a revocation list (CRL): name the certificates themselves";
            case "PUBLIC KEY", "RSA PUBLIC KEY", "EC PUBLIC KEY" -> "a public key: name the certificate of that key";
            case OF_SSH ->
                "a key of OpenSSH: "
                        + (kind == StoreFile.Kind.PRIVATE_KEY
                                ? "convert it: ssh-keygen -p -m PEM -f " + file
                                : UnreadableFile.instead(kind));
            case "EC PARAMETERS", "DH PARAMETERS", "DSA PARAMETERS" -> "parameters of a key";
            default ->
                label.startsWith("PGP ")
                        ? "keys or data of PGP, which TLS does not know"
                        : isKey(label)
                                ? "a private key"
                                        + (kind == StoreFile.Kind.TRUST_STORE
                                                ? ": " + UnreadableFile.instead(kind)
                                                : "")
                                : "a block " + label;
        };
    }

    /** All certificates, in the file's order. */
    List<X509Certificate> certificates() throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemObject block : blocks) {
            if (CERTIFICATES.contains(block.getType())) {
                certificates.addAll(decode(block.getType().equals(TRUSTED) ? first(block) : block.getContent()));
            }
        }
        return certificates;
    }

    private static byte[] first(PemObject block) throws CertificateException {
        try (ASN1InputStream objects = new ASN1InputStream(block.getContent())) {
            return objects.readObject().getEncoded();
        } catch (IOException | RuntimeException e) {
            throw new CertificateException(e);
        }
    }

    /** The certificates in DER: one alone, or all of a PKCS#7 bundle. */
    static List<X509Certificate> decode(byte[] der) throws CertificateException {
        Collection<? extends Certificate> decoded =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(der));
        return decoded.stream().map(X509Certificate.class::cast).toList();
    }
}

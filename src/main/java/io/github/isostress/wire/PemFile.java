package io.github.isostress.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** The labelled blocks of a PEM file (RFC 7468), whatever text stands between them. Immutable. */
final class PemFile {
    private static final String BEGIN = "-----BEGIN ";
    private static final int WHERE_IT_BEGINS = 64 * 1024;
    private static final String KEY = "PRIVATE KEY";
    private static final Set<String> CERTIFICATES =
            Set.of("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE", "PKCS7");

    private final List<PemObject> blocks = new ArrayList<>();

    /** Cuts the file into its blocks. */
    PemFile(byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        try (PemReader reader = new PemReader(new StringReader(text))) {
            for (PemObject block = reader.readPemObject(); block != null; block = reader.readPemObject()) {
                blocks.add(block);
            }
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    /** Whether there is a block in it. */
    static boolean isPem(byte[] content) {
        int length = Math.min(content.length, WHERE_IT_BEGINS);
        return new String(content, 0, length, StandardCharsets.ISO_8859_1).contains(BEGIN);
    }

    /** The private keys, encrypted or not, each still as its block. */
    List<PemObject> keys() {
        return blocks.stream().filter(block -> block.getType().endsWith(KEY)).toList();
    }

    /** All certificates, in the file's order. */
    List<X509Certificate> certificates() throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemObject block : blocks) {
            if (CERTIFICATES.contains(block.getType())) {
                certificates.addAll(decode(block.getContent()));
            }
        }
        return certificates;
    }

    /** The certificates in DER: one alone, or all of a PKCS#7 bundle. */
    static List<X509Certificate> decode(byte[] der) throws CertificateException {
        Collection<? extends Certificate> decoded =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(der));
        return decoded.stream().map(X509Certificate.class::cast).toList();
    }
}

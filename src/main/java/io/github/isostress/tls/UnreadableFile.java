package io.github.isostress.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * What a file with keys or certificates is that is in no format we read, as far as its bytes tell. Immutable.
 *
 * @param words what it is, such as {@code a certificate request (CSR)}
 * @param advice what to do about it
 * @param isKey whether it is a private key; the advice then makes it readable as one
 */
record UnreadableFile(String words, String advice, boolean isKey) {
    private static final byte DER_SEQUENCE = 0x30;
    private static final int SHORTEST_BASE64 = 64;

    private static final String ASK_THE_CA = "name the certificate that the CA made of it";
    private static final String CONVERT_KEY = "convert it: openssl pkey -inform DER -in FILE -out new.key";

    /** The first bytes of other programs' files. */
    private static final Map<String, UnreadableFile> BEGINNINGS = Map.of(
            "ssh-", new UnreadableFile("a public key of SSH", "TLS takes certificates"),
            "ecdsa-sha2-", new UnreadableFile("a public key of SSH", "TLS takes certificates"),
            "---- BEGIN SSH2", new UnreadableFile("a key of SSH", "TLS takes certificates"),
            "PuTTY-User-Key-File", key("a key of PuTTY", "export it in PuTTYgen as an OpenSSL key, and name that"),
            "SQLite format 3",
                    new UnreadableFile(
                            "a database of NSS (Firefox)", "export from it: pk12util -o new.p12 -n NAME -d FOLDER"),
            "\u0000\u0000\u0000\u0000CERT",
                    new UnreadableFile("a serialized store of Windows (SST)", "export it again as PKCS#7 or PKCS#12"),
            "\u001e\u00f1\u00b5\u00b0", key("a private key of Windows (PVK)", CONVERT_KEY.replace("DER", "PVK")),
            "{", new UnreadableFile("JSON", "name a file of certificates or keys"),
            "<", new UnreadableFile("HTML or XML", "name a file of certificates or keys"));

    private UnreadableFile(String words, String advice) {
        this(words, advice, false);
    }

    private static UnreadableFile key(String words, String advice) {
        return new UnreadableFile(words, advice, true);
    }

    /** Empty if the file is not recognised. */
    static Optional<UnreadableFile> of(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.isBlank()) {
            return Optional.of(new UnreadableFile("empty", "write or copy it again"));
        }
        for (Map.Entry<String, UnreadableFile> beginning : BEGINNINGS.entrySet()) {
            if (text.startsWith(beginning.getKey())) {
                return Optional.of(beginning.getValue());
            }
        }
        return content[0] == DER_SEQUENCE ? inDer(content) : inBase64(text);
    }

    /** Whether it begins as DER but is not whole: cut off, or copied as text. */
    static boolean isBrokenDer(byte[] content) {
        return content.length > 0
                && content[0] == DER_SEQUENCE
                && !is(() -> ASN1Primitive.fromByteArray(content))
                && !is(() -> PemFile.decode(content).get(0));
    }

    private static Optional<UnreadableFile> inDer(byte[] content) {
        if (is(() -> PemFile.decode(content).get(0))) {
            return Optional.of(new UnreadableFile("a certificate, or a bundle of them", "name the private key"));
        }
        ASN1Primitive der;
        try {
            der = ASN1Primitive.fromByteArray(content);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
        if (is(() -> new PKCS10CertificationRequest(content))) {
            return Optional.of(new UnreadableFile("a certificate request (CSR)", ASK_THE_CA));
        }
        if (is(() -> new X509CRLHolder(content))) {
            return Optional.of(new UnreadableFile("a revocation list (CRL)", "name the certificates themselves"));
        }
        if (is(() -> PrivateKeyInfo.getInstance(der))
                || is(() -> EncryptedPrivateKeyInfo.getInstance(der))
                || is(() -> RSAPrivateKey.getInstance(der))
                || is(() -> ECPrivateKey.getInstance(der).getParametersObject().toASN1Primitive())) {
            return Optional.of(key("a private key in DER", CONVERT_KEY));
        }
        return is(() -> SubjectPublicKeyInfo.getInstance(der))
                ? Optional.of(new UnreadableFile("a public key", "name the certificate of that key"))
                : Optional.empty();
    }

    private static Optional<UnreadableFile> inBase64(String text) {
        try {
            byte[] decoded = Base64.getMimeDecoder().decode(text);
            boolean whole = text.matches("[A-Za-z0-9+/=\\s]+") && decoded.length > SHORTEST_BASE64;
            return whole && decoded[0] == DER_SEQUENCE
                    ? Optional.of(new UnreadableFile(
                            "base64 without the lines BEGIN and END",
                            "write -----BEGIN CERTIFICATE----- before it and -----END CERTIFICATE----- after it"))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Parses the bytes; any exception means that they are something else. */
    private interface Reading {
        Object read() throws IOException, CertificateException;
    }

    private static boolean is(Reading reading) {
        try {
            return reading.read() != null;
        } catch (IOException | CertificateException | RuntimeException e) {
            return false;
        }
    }

    /** The rest of a sentence: what the file is, and what to do. */
    String sentence(StoreFile stored) {
        String todo = isKey && stored.kind() != StoreFile.Kind.PRIVATE_KEY ? instead(stored.kind()) : advice;
        return " is " + words + ": " + todo.replace("FILE", stored.file().toString());
    }

    /** What to name instead of a private key alone. */
    static String instead(StoreFile.Kind kind) {
        return kind == StoreFile.Kind.TRUST_STORE
                ? "name the certificates to trust"
                : "name a PFX (PKCS#12), or PEM with the certificate and its key";
    }
}

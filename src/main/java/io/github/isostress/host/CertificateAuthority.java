package io.github.isostress.host;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority for demos and tests, with EC keys on P-256 and SHA-256 signatures. Its private key is never
 * stored, so it can issue nothing later. Thread-safe.
 */
public final class CertificateAuthority {
    private static final int KEY_BITS = 256;
    private static final int SERIAL_BITS = 120;
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final X500Name name;
    private final KeyPair keys;
    private final Instant validUntil;
    private final X509Certificate certificate;

    /**
     * A certificate and its private key.
     *
     * @param key the private key
     * @param certificate the certificate, issued by the authority
     */
    public record Identity(PrivateKey key, X509Certificate certificate) {}

    /**
     * Makes an authority. Its certificate, and by default all that it issues, is valid from yesterday to {@code
     * validUntil}.
     */
    public CertificateAuthority(String commonName, Instant validUntil) throws GeneralSecurityException {
        this.name = distinguished(commonName);
        this.keys = newKeys();
        this.validUntil = validUntil;
        this.certificate = certify(
                name, keys, beginOf(validUntil), validUntil, Extension.basicConstraints, new BasicConstraints(true));
    }

    /** The authority's own certificate, for trust stores. */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * Issues a certificate.
     *
     * @param commonName the subject's common name
     * @param hosts host names and IP addresses it is valid for; empty for a client's certificate
     */
    public Identity issue(String commonName, List<String> hosts) throws GeneralSecurityException {
        return issue(commonName, hosts, validUntil);
    }

    /** Issues a certificate that ends at {@code until}, which may lie in the past. */
    public Identity issue(String commonName, List<String> hosts, Instant until) throws GeneralSecurityException {
        return issue(commonName, hosts, beginOf(until), until);
    }

    /** Issues a certificate for any period, past or future. */
    public Identity issue(String commonName, List<String> hosts, Instant from, Instant until)
            throws GeneralSecurityException {
        KeyPair subject = newKeys();
        GeneralName[] names = hosts.isEmpty()
                ? new GeneralName[] {new GeneralName(distinguished(commonName))}
                : hosts.stream().map(CertificateAuthority::hostName).toArray(GeneralName[]::new);
        return new Identity(
                subject.getPrivate(),
                certify(
                        distinguished(commonName),
                        subject,
                        from,
                        until,
                        Extension.subjectAlternativeName,
                        new GeneralNames(names)));
    }

    /** Yesterday, or a day before an end in the past. */
    private static Instant beginOf(Instant until) {
        Instant now = Instant.now();
        return (until.isBefore(now) ? until : now).minus(CLOCK_SKEW);
    }

    private static X500Name distinguished(String commonName) {
        return new X500Name("CN=" + commonName);
    }

    private static GeneralName hostName(String host) {
        boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(KEY_BITS, RANDOM);
        return generator.generateKeyPair();
    }

    private X509Certificate certify(
            X500Name subject,
            KeyPair subjectKeys,
            Instant from,
            Instant until,
            ASN1ObjectIdentifier extension,
            ASN1Encodable value)
            throws GeneralSecurityException {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(SERIAL_BITS, RANDOM),
                            Date.from(from),
                            Date.from(until),
                            subject,
                            subjectKeys.getPublic())
                    .addExtension(extension, extension.equals(Extension.basicConstraints), value);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException("the certificate for " + subject + " cannot be made", e);
        }
    }
}

package io.github.isostress.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Facts about certificates, in words, and how certificates belong together. */
public final class Certificates {
    private static final int FEW = 5;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private Certificates() {}

    /** The subject, in quotes. */
    static String subject(X509Certificate certificate) {
        return "'" + certificate.getSubjectX500Principal().getName() + "'";
    }

    /** The issuer, in quotes. */
    public static String issuer(X509Certificate certificate) {
        return "'" + certificate.getIssuerX500Principal().getName() + "'";
    }

    /** The subjects of the first five, and how many more there are. */
    static String subjects(Collection<X509Certificate> certificates) {
        return few(certificates.stream().map(Certificates::subject).toList());
    }

    /** The first five words, and how many more there are. */
    static String few(Collection<String> words) {
        String first = words.stream().limit(FEW).collect(Collectors.joining(", "));
        return words.size() <= FEW ? first : first + " and " + (words.size() - FEW) + " more";
    }

    static String validity(X509Certificate certificate) {
        return "valid from " + certificate.getNotBefore().toInstant() + " to "
                + certificate.getNotAfter().toInstant();
    }

    static boolean isValidAt(X509Certificate certificate, Instant time) {
        return !time.isBefore(certificate.getNotBefore().toInstant())
                && !time.isAfter(certificate.getNotAfter().toInstant());
    }

    /** The host names and addresses that it is valid for (RFC 2818): alternative names, or else its subject. */
    static List<String> hostNames(X509Certificate certificate) {
        List<String> names = alternativeNames(certificate);
        return names.isEmpty() ? List.of(subject(certificate)) : names;
    }

    /** The common names of its subject; mostly one. */
    static List<String> commonNames(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Arrays.stream(subject.getRDNs(BCStyle.CN))
                .flatMap(each -> Arrays.stream(each.getTypesAndValues()))
                .filter(each -> each.getType().equals(BCStyle.CN))
                .map(each -> IETFUtils.valueToString(each.getValue()))
                .toList();
    }

    /** Its alternative names that are host names or addresses; may be empty. */
    static List<String> alternativeNames(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = Optional.ofNullable(certificate.getSubjectAlternativeNames())
                    .orElse(List.of());
            for (List<?> each : alternatives) {
                if (each.get(0).equals(DNS_NAME) || each.get(0).equals(IP_ADDRESS)) {
                    names.add(String.valueOf(each.get(1)));
                }
            }
        } catch (CertificateParsingException e) {
            // Names that cannot be read count as none.
        }
        return names;
    }

    /** The certificate, its issuer and so on, as far as these are given. */
    static List<X509Certificate> chain(X509Certificate first, Collection<X509Certificate> given) {
        List<X509Certificate> chain = new ArrayList<>(List.of(first));
        Optional<X509Certificate> next = issuerOf(first, given, chain);
        while (next.isPresent()) {
            chain.add(next.get());
            next = issuerOf(next.get(), given, chain);
        }
        return chain;
    }

    private static Optional<X509Certificate> issuerOf(
            X509Certificate certificate, Collection<X509Certificate> given, List<X509Certificate> chain) {
        return given.stream()
                .filter(each -> each.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(each -> !chain.contains(each))
                .findFirst();
    }

    /**
     * Whether a private key and a certificate's public key are a pair; signs and verifies where keys cannot be
     * compared.
     */
    static boolean belongs(PrivateKey key, X509Certificate certificate) {
        PublicKey other = certificate.getPublicKey();
        if (key instanceof RSAKey rsa) {
            return other instanceof RSAKey otherRsa && rsa.getModulus().equals(otherRsa.getModulus());
        }
        try {
            byte[] text = "a pair?".getBytes(StandardCharsets.US_ASCII);
            Signature signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "EC" -> "SHA256withECDSA";
                        case "DSA" -> "SHA256withDSA";
                        default -> key.getAlgorithm();
                    });
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(other);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

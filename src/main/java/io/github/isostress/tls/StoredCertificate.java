package io.github.isostress.tls;

import io.github.isostress.words.Plural;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of a key store: a certificate with its chain. Immutable.
 *
 * @param alias the entry's name; empty if the file gives none
 * @param hasPrivateKey whether the private key is there and the password decrypts it
 * @param chain the certificate, its issuer and so on, as far as the file has them; at least one
 */
record StoredCertificate(String alias, boolean hasPrivateKey, List<X509Certificate> chain) {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);

    public StoredCertificate {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /**
     * The entry in words, one fact a line.
     *
     * @param now the time at which certificates must be valid
     */
    public List<String> describe(Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add((alias.isEmpty() ? "without alias" : "alias " + alias) + ": "
                + (hasPrivateKey ? "certificate with its private key, " : "certificate without a private key, ")
                + keyType(certificate().getPublicKey()));
        lines.add("  subject  " + name(certificate().getSubjectX500Principal().getName()));
        lines.add("  issuer   " + issuer(certificate()));
        lines.add("  valid    " + validity(certificate(), now));
        List<String> names = Certificates.alternativeNames(certificate());
        if (!names.isEmpty()) {
            lines.add("  names    " + Certificates.few(names));
        }
        for (X509Certificate next : chain.subList(1, chain.size())) {
            lines.add("  chain    " + name(next.getSubjectX500Principal().getName()) + ", " + validity(next, now));
        }
        return lines;
    }

    private static String issuer(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())
                ? "itself"
                : name(certificate.getIssuerX500Principal().getName());
    }

    private static String name(String principal) {
        return principal.isEmpty() ? "(no name)" : principal;
    }

    /** The bounds of a certificate's validity, and in words that it expired, expires or is not yet valid. */
    static String validity(X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        String bounds = from + " to " + until;
        if (now.isBefore(from)) {
            return bounds + ": NOT YET VALID, begins " + in(Duration.between(now, from));
        }
        if (now.isAfter(until)) {
            return bounds + ": EXPIRED " + days(Duration.between(until, now)) + " ago";
        }
        Duration left = Duration.between(now, until);
        return bounds + ": " + (left.compareTo(SOON) < 0 ? "EXPIRES SOON, " : "expires ") + in(left);
    }

    private static String in(Duration time) {
        return time.compareTo(DAY) < 0 ? "within a day" : "in " + days(time);
    }

    private static String days(Duration time) {
        long days = time.toDays();
        return days == 0 ? "less than a day" : Plural.of(days, "day");
    }

    /** Algorithm and size of a public key; its private key has the same. */
    static String keyType(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return "RSA " + Plural.of(rsa.getModulus().bitLength(), "bit");
        }
        if (key instanceof ECKey ec) {
            return "EC " + Plural.of(ec.getParams().getCurve().getField().getFieldSize(), "bit");
        }
        if (key instanceof DSAKey dsa && dsa.getParams() != null) {
            return "DSA " + Plural.of(dsa.getParams().getP().bitLength(), "bit");
        }
        return key.getAlgorithm();
    }
}

package io.github.isostress.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of clients that may connect. Immutable.
 *
 * @param allowed common names or alternative names of their certificates; empty for any
 */
public record ClientNames(List<String> allowed) {
    /** Any name. */
    public static final ClientNames ANY = new ClientNames(List.of());

    public ClientNames {
        allowed = List.copyOf(allowed);
    }

    /** Reads names separated by commas; blank is any. */
    public static ClientNames parse(String text) {
        return new ClientNames(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    /** Whether any name is allowed. */
    public boolean isAny() {
        return allowed.isEmpty();
    }

    /** A client's certificate is for none of the names. */
    static final class Refusal extends CertificateException {
        private static final long serialVersionUID = 1L;

        private Refusal(String sentence) {
            super(sentence);
        }
    }

    /**
     * Lets a certificate pass that is for one of the names; case does not count.
     *
     * @throws Refusal if it is for none of them
     */
    void check(X509Certificate certificate) throws Refusal {
        Set<String> names = new LinkedHashSet<>(Certificates.commonNames(certificate));
        names.addAll(Certificates.alternativeNames(certificate));
        if (!isAny() && !holdsOneOf(names)) {
            throw new Refusal("its certificate " + Certificates.subject(certificate) + " is for "
                    + (names.isEmpty() ? "no name" : Certificates.few(names)) + ", and those that may connect are "
                    + Certificates.few(allowed));
        }
    }

    private boolean holdsOneOf(Collection<String> names) {
        Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        wanted.addAll(allowed);
        return names.stream().anyMatch(wanted::contains);
    }
}

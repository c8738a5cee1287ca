package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a key store or a trust store holds, for people; never a key or a password. Immutable.
 *
 * @param words which file it is
 * @param kind PEM, PKCS#12 (PFX), JKS, or Java's name of the type
 * @param entries its certificates; at least one
 */
public record KeyStoreContents(String words, String kind, List<StoredCertificate> entries) {
    public KeyStoreContents {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a key store as a connection would. Blocks.
     *
     * @param file PKCS#12 (PFX), JKS or PEM
     * @param password of the store and its keys; may be empty
     * @param privateKey the PEM file of the private key if {@code file} is PEM without it; else null
     * @throws FailureException one of the KEY_STORE failures, or CONFIG_ERROR, whose message says what is wrong. A
     *     store without a private key does not fail here: its certificates are listed
     */
    public static KeyStoreContents ofKeyStore(Path file, String password, Path privateKey) throws FailureException {
        StoreFile stored = StoreFile.read(StoreFile.Kind.KEY_STORE, file);
        try {
            return contents(stored, KeyStores.open(file, password, privateKey).entries());
        } catch (FailureException e) {
            if (e.failure() != Failure.KEY_STORE_WITHOUT_KEY) {
                throw e;
            }
            List<StoredCertificate> entries = entries(stored, password);
            if (entries.isEmpty() || privateKey != null) {
                throw e;
            }
            return contents(stored, entries);
        }
    }

    /**
     * Reads the certificates of a trust store. Blocks.
     *
     * @param file PEM, DER, PKCS#12 (PFX) or JKS
     * @param password of the store; not used for PEM and DER
     * @throws FailureException one of the KEY_STORE failures, whose message says what is wrong
     */
    public static KeyStoreContents ofTrustStore(Path file, String password) throws FailureException {
        StoreFile stored = StoreFile.read(StoreFile.Kind.TRUST_STORE, file);
        List<StoredCertificate> entries = entries(stored, password);
        if (entries.isEmpty()) {
            throw TrustStores.withoutCertificate(stored);
        }
        return contents(stored, entries);
    }

    /** Entries with their aliases, if the file has any; Java does not list every certificate of a PFX. */
    private static List<StoredCertificate> entries(StoreFile stored, String password) throws FailureException {
        Collection<X509Certificate> certificates = TrustStores.read(stored, password);
        if (stored.isStore()) {
            List<StoredCertificate> named = new KeyMaterial(stored, stored.load(password), password).entries();
            if (!named.isEmpty()) {
                return named;
            }
        }
        return certificates.stream()
                .map(each -> new StoredCertificate("", false, List.of(each)))
                .toList();
    }

    private static KeyStoreContents contents(StoreFile stored, List<StoredCertificate> entries) {
        return new KeyStoreContents(stored.toString(), stored.format(), entries);
    }

    /**
     * The contents in words, one fact a line.
     *
     * @param now the time at which certificates must be valid
     */
    public List<String> describe(Instant now) {
        long keys = entries.stream().filter(StoredCertificate::hasPrivateKey).count();
        List<String> lines = new ArrayList<>();
        lines.add(
                words + ", " + kind + ": " + count(keys, "private key") + ", " + count(entries.size(), "certificate"));
        return Stream.concat(
                        lines.stream(),
                        entries.stream().flatMap(entry -> Stream.concat(Stream.of(""), entry.describe(now).stream())))
                .toList();
    }

    private static String count(long number, String of) {
        return (number == 0 ? "no" : number) + " " + of + (number == 1 ? "" : "s");
    }
}

package io.github.isostress.tls;

import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * One {@link TlsClient} or {@link TlsServer} for each settings, made at its first use and kept for the run. Files are read and passwords
 * tried once, also for settings that differ only in the alias; a refusal is kept too. Thread-safe.
 */
public final class TlsContexts {
    private final Map<TlsSettings, Attempt<TlsClient>> clients = new ConcurrentHashMap<>();
    private final Map<TlsServerSettings, Attempt<TlsServer>> servers = new ConcurrentHashMap<>();
    private final Map<KeyFile, Attempt<KeyMaterial>> keyStores = new ConcurrentHashMap<>();
    private final Map<HostTrust, Attempt<X509ExtendedTrustManager>> trustStores = new ConcurrentHashMap<>();

    private final UnansweredHellos hellos = new UnansweredHellos();

    private record KeyFile(Path file, FileTime changed, String password, Path privateKey) {
        static KeyFile of(ClientKey key) {
            return new KeyFile(key.keyStore(), changed(key.keyStore()), key.password(), key.privateKey());
        }

        private static FileTime changed(Path file) {
            try {
                return Files.getLastModifiedTime(file);
            } catch (IOException e) {
                return FileTime.fromMillis(0);
            }
        }
    }

    private record Attempt<T>(T made, FailureException refusal) {
        private interface Making<T> {
            T make() throws FailureException;
        }

        static <T> Attempt<T> at(Making<T> making) {
            try {
                return new Attempt<>(making.make(), null);
            } catch (FailureException e) {
                return new Attempt<>(null, e);
            }
        }

        T get() throws FailureException {
            if (refusal != null) {
                throw new FailureException(refusal.failure(), refusal.getMessage(), refusal);
            }
            return made;
        }
    }

    public TlsClient get(TlsSettings settings) throws FailureException {
        return clients.computeIfAbsent(settings, wanted -> Attempt.at(() -> client(wanted)))
                .get();
    }

    /**
     * For how long nothing has come from a host in a handshake under way, in nanoseconds since TCP was established: the
     * longest of all; empty if there is none.
     */
    public OptionalLong longestSilenceNanos() {
        return hellos.longestNanos();
    }

    private TlsClient client(TlsSettings settings) throws FailureException {
        return new TlsClient(settings, hellos, keys(settings.key()), trust(settings.trust()));
    }

    /**
     * What all clients of equal settings meet.
     *
     * @throws FailureException one of the KEY_STORE failures, or {@link io.github.isostress.failure.Failure#CONFIG_ERROR}
     */
    public TlsServer server(TlsServerSettings settings) throws FailureException {
        return servers.computeIfAbsent(
                        settings,
                        wanted -> Attempt.at(() -> new TlsServer(wanted, keys(wanted.key()), trust(wanted.trust()))))
                .get();
    }

    private X509ExtendedKeyManager keys(ClientKey key) throws FailureException {
        if (key.keyStore() == null) {
            return KeyMaterial.none();
        }
        KeyMaterial material = keyStores
                .computeIfAbsent(
                        KeyFile.of(key),
                        file -> Attempt.at(() -> KeyStores.open(file.file(), file.password(), file.privateKey())))
                .get();
        return key.alias().isEmpty() ? material.anyKey() : material.key(key.alias());
    }

    private X509ExtendedTrustManager trust(HostTrust trust) throws FailureException {
        return trust.trustAll()
                ? new TrustAll()
                : trustStores
                        .computeIfAbsent(trust, wanted -> Attempt.at(() -> opened(wanted)))
                        .get();
    }

    private static X509ExtendedTrustManager opened(HostTrust trust) throws FailureException {
        return (X509ExtendedTrustManager) TrustStores.trustManagers(trust.trustStore(), trust.password())[0];
    }

    /**
     * A new context, with no sessions.
     *
     * @param keys what to show, or null for nothing
     * @param trust whom to trust, or null for the JVM's own trust store
     */
    public static SSLContext create(KeyManager[] keys, TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java offers no TLS", e);
        }
    }
}

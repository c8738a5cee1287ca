package io.github.isostress.wire;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * One TLS client per settings, made at the first use and kept for the run: files are read and passwords tried once,
 * and a refusal is remembered as well. Thread-safe.
 */
public final class TlsContexts {
    private record Attempt(TlsClient client, IllegalArgumentException refusal) {}

    private final Map<TlsSettings, Attempt> attempts = new ConcurrentHashMap<>();

    /**
     * The client for these settings.
     *
     * @throws IllegalArgumentException with one clear sentence if a store cannot be used
     */
    public TlsClient get(TlsSettings settings) {
        Attempt attempt = attempts.computeIfAbsent(settings, TlsContexts::attempt);
        if (attempt.refusal() != null) {
            throw new IllegalArgumentException(attempt.refusal().getMessage(), attempt.refusal());
        }
        return attempt.client();
    }

    private static Attempt attempt(TlsSettings settings) {
        try {
            KeyManager[] keys = settings.keyStore() == null
                    ? null
                    : KeyStores.keyManagers(settings.keyStore(), settings.keyStorePassword());
            return new Attempt(new TlsClient(settings, create(keys, trust(settings))), null);
        } catch (IllegalArgumentException e) {
            return new Attempt(null, e);
        }
    }

    private static TrustManager[] trust(TlsSettings settings) {
        if (settings.trustAll()) {
            return new TrustManager[] {new TrustAll()};
        }
        return settings.trustStore() == null
                ? null
                : TrustStores.trustManagers(settings.trustStore(), settings.trustStorePassword());
    }

    /**
     * A context of its own.
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
            throw new IllegalArgumentException("this Java offers no TLS", e);
        }
    }

    /** Accepts whatever the host shows; only ever used where a user has switched verification off. */
    private static final class TrustAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** What all connections with equal TLS settings share: the keys to show and the certificates to trust. Thread-safe. */
public final class TlsClient {
    private final TlsSettings settings;
    private final HandshakeRecorder recorder = new HandshakeRecorder();
    private final KeyManager[] keys;
    private final TrustManager[] trust;
    private final SSLContext shared;

    /**
     * @throws FailureException {@link Failure#CONFIG_ERROR} if this Java cannot offer what the settings say
     */
    TlsClient(TlsSettings settings, X509ExtendedKeyManager keys, X509ExtendedTrustManager trust)
            throws FailureException {
        this.settings = settings;
        this.keys = new KeyManager[] {new RecordingKeyManager(keys, recorder)};
        this.trust = new TrustManager[] {new RecordingTrustManager(trust, recorder)};
        this.shared = newContext();
        check(settings.offer(), shared.getSupportedSSLParameters());
    }

    private static void check(TlsOffer offer, SSLParameters supported) throws FailureException {
        List<String> protocols = List.of(supported.getProtocols());
        for (String protocol : offer.protocols()) {
            if (!protocols.contains(protocol)) {
                throw new FailureException(
                        Failure.CONFIG_ERROR,
                        "TLS protocol '" + protocol + "' is none of " + String.join(", ", protocols));
            }
        }
        List<String> suites = List.of(supported.getCipherSuites());
        for (String suite : offer.cipherSuites()) {
            if (!suites.contains(suite)) {
                throw new FailureException(
                        Failure.CONFIG_ERROR,
                        "cipher suite '" + suite
                                + "' is not known to this Java: 'keytool -showinfo -tls' lists those that"
                                + " are, by IANA names such as " + suites.get(0));
            }
        }
        checkServerName(offer.serverName());
    }

    private static void checkServerName(String name) throws FailureException {
        try {
            if (!name.isEmpty()) {
                new SNIHostName(name);
            }
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.CONFIG_ERROR, "TLS server name '" + name + "' is no host name", e);
        }
    }

    /** Makes the handshakes of one link. */
    public TlsHandshake handshake() {
        return new TlsHandshake(settings, recorder, contexts());
    }

    /** Only the context that made a session can resume it. */
    private Supplier<SSLContext> contexts() {
        SSLContext kept = settings.resumption() == SessionResumption.THREAD ? newContext() : shared;
        return settings.resumption() == SessionResumption.FULL ? this::newContext : () -> kept;
    }

    private SSLContext newContext() {
        return TlsContexts.create(keys, trust);
    }
}

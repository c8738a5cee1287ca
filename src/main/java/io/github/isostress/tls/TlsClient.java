package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** What all connections with equal TLS settings share: the keys to show and the certificates to trust. Thread-safe. */
public final class TlsClient {
    private final TlsSettings settings;
    private final HandshakeRecorder recorder = new HandshakeRecorder();
    private final UnansweredHellos hellos;
    private final KeyManager[] keys;
    private final TrustManager[] trust;
    private final SSLContext shared;

    /**
     * @throws FailureException {@link Failure#CONFIG_ERROR} if this Java cannot offer what the settings say
     */
    TlsClient(
            TlsSettings settings, UnansweredHellos hellos, X509ExtendedKeyManager keys, X509ExtendedTrustManager trust)
            throws FailureException {
        this.settings = settings;
        this.hellos = hellos;
        this.keys = new KeyManager[] {new RecordingKeyManager(keys, recorder)};
        this.trust = new TrustManager[] {new RecordingTrustManager(trust, recorder, ClientNames.ANY)};
        this.shared = newContext();
        settings.offer().check(shared.getSupportedSSLParameters());
    }

    /** Makes the handshakes of one link. */
    public TlsHandshake handshake() {
        return new TlsHandshake(settings, recorder, hellos, contexts());
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

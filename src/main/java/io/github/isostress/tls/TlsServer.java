package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.DeadlineSocket;
import io.github.isostress.wire.SocketLayer;
import java.io.IOException;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Makes the TLS handshakes with clients that connect to us. Thread-safe. */
public final class TlsServer {
    private final TlsServerSettings settings;
    private final HandshakeRecorder recorder = new HandshakeRecorder();
    private final Supplier<SSLContext> contexts;

    /**
     * @throws FailureException {@link Failure#CONFIG_ERROR} if this Java cannot offer what the settings say
     */
    TlsServer(TlsServerSettings settings, X509ExtendedKeyManager keys, X509ExtendedTrustManager trust)
            throws FailureException {
        this.settings = settings;
        KeyManager[] own = {new RecordingKeyManager(keys, recorder)};
        TrustManager[] trusted = {new RecordingTrustManager(trust, recorder, settings.clientNames())};
        SSLContext shared = TlsContexts.create(own, trusted);
        settings.offer().check(shared.getSupportedSSLParameters());
        // Only the context that made a session can resume it.
        this.contexts =
                settings.resumption() == SessionResumption.FULL ? () -> TlsContexts.create(own, trusted) : () -> shared;
    }

    /**
     * Makes a handshake on the socket of a client, before the deadline set on the socket.
     *
     * @throws FailureException one of the TLS failures; the transport may still be open
     */
    public SocketLayer over(DeadlineSocket transport) throws FailureException {
        HandshakeRecord record = new HandshakeRecord();
        try {
            transport.readAhead();
            SSLSocket socket = (SSLSocket) contexts.get().getSocketFactory().createSocket(transport, null, true);
            record = recorder.watch(socket);
            SSLParameters parameters = socket.getSSLParameters();
            settings.offer().applyTo(parameters);
            parameters.setNeedClientAuth(settings.requireClientCertificate());
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new ClientSession(socket, record);
        } catch (IOException e) {
            throw new ClientFailures(settings.trust(), record).duringHandshake(e);
        }
    }

    /** TLS with a client, after its handshake. */
    private final class ClientSession implements SocketLayer {
        private final SSLSocket socket;
        private final HandshakeRecord record;

        ClientSession(SSLSocket socket, HandshakeRecord record) {
            this.socket = socket;
            this.record = record;
        }

        @Override
        public SSLSocket socket() {
            return socket;
        }

        /** In a full handshake we show our certificate; in a resumed one we do not. */
        @Override
        public boolean isResumed() {
            return record.shown() == null;
        }

        @Override
        public FailureException failureOf(IOException e) {
            return new ClientFailures(settings.trust(), record).whileTalking(e);
        }
    }
}

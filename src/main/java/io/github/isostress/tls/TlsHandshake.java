package io.github.isostress.tls;

import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.DeadlineSocket;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Makes the TLS handshakes of one link, one after the other. Used by one thread at a time. */
public final class TlsHandshake {
    private final TlsSettings settings;
    private final HandshakeRecorder recorder;
    private final UnansweredHellos hellos;
    private final Supplier<SSLContext> contexts;

    TlsHandshake(
            TlsSettings settings, HandshakeRecorder recorder, UnansweredHellos hellos, Supplier<SSLContext> contexts) {
        this.settings = settings;
        this.recorder = recorder;
        this.hellos = hellos;
        this.contexts = contexts;
    }

    /**
     * Makes a handshake on a connected socket, before the deadline set on the socket.
     *
     * @throws FailureException one of the TLS failures; the transport may still be open
     */
    public TlsSession over(DeadlineSocket transport, String host, int port) throws FailureException {
        HandshakeRecord record = new HandshakeRecord();
        hellos.begins(transport);
        try {
            transport.readAhead();
            SSLSocket socket = (SSLSocket) contexts.get().getSocketFactory().createSocket(transport, host, port, true);
            record = recorder.watch(socket);
            socket.setSSLParameters(parameters(socket.getSSLParameters()));
            transport.flights().hold();
            socket.startHandshake();
            transport.flights().release();
            return new TlsSession(socket, record, new TlsFailures(settings, record));
        } catch (IOException e) {
            throw new TlsFailures(settings, record).duringHandshake(e, host, transport.hasReceived());
        } finally {
            hellos.ends(transport);
        }
    }

    private SSLParameters parameters(SSLParameters parameters) {
        TlsOffer offer = settings.offer();
        offer.applyTo(parameters);
        if (!offer.serverName().isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(offer.serverName())));
        }
        if (settings.trust().verifyHostName() && !settings.trust().trustAll()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
    }
}

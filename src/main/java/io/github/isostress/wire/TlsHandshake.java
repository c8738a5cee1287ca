package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Shakes hands on connections, one after the other. Used by one thread at a time. */
public final class TlsHandshake {
    private final TlsSettings settings;
    private final SSLContext context;

    TlsHandshake(TlsSettings settings, SSLContext context) {
        this.settings = settings;
        this.context = context;
    }

    /**
     * Puts TLS over a connected socket, before the deadline that the socket has.
     *
     * @throws FailureException if the handshake does not come to a good end; the socket is not closed
     */
    SSLSocket over(DeadlineSocket transport, String host, int port) throws FailureException {
        try {
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(transport, host, port, true);
            socket.setSSLParameters(parameters(socket.getSSLParameters()));
            socket.startHandshake();
            return socket;
        } catch (IllegalArgumentException e) {
            throw new FailureException(
                    Failure.CONFIG_ERROR, "TLS protocols or server name cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            throw WireFailures.whileHandshaking(e);
        }
    }

    private SSLParameters parameters(SSLParameters parameters) {
        if (!settings.protocols().isEmpty()) {
            parameters.setProtocols(settings.protocols().toArray(String[]::new));
        }
        if (!settings.serverName().isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(settings.serverName())));
        }
        if (settings.verifyHostName() && !settings.trustAll()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
    }
}

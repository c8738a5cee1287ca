package io.github.isostress.support;

import io.github.isostress.connect.ClientReception;
import io.github.isostress.connect.ConnectionAttempt;
import io.github.isostress.connect.ConnectionPlace;
import io.github.isostress.connect.ListenSettings;
import io.github.isostress.connect.Listeners;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.tls.ClientKey;
import io.github.isostress.tls.ClientNames;
import io.github.isostress.tls.HostTrust;
import io.github.isostress.tls.SessionResumption;
import io.github.isostress.tls.TlsContexts;
import io.github.isostress.tls.TlsHandshake;
import io.github.isostress.tls.TlsOffer;
import io.github.isostress.tls.TlsServerSettings;
import io.github.isostress.wire.HostConnection;
import io.github.isostress.wire.SocketOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A listener of the product on a free loopback port, with TLS. Each method changes one of the settings, before the
 * first use; by default no certificate is asked for.
 */
public final class AcceptedClients implements AutoCloseable {
    private static final Framing FRAMING = FramingPreset.BINARY2.framing();

    private final Listeners listeners = new Listeners();
    private final HostTrust trust;
    private final ClientKey key;
    private TlsOffer offer = TlsOffer.DEFAULT;
    private SessionResumption resumption = SessionResumption.FULL;
    private boolean requireCertificate;
    private ClientNames names = ClientNames.ANY;
    private int timeoutMillis = TestClient.PATIENCE_MILLIS;
    private ListenSettings settings;

    /** Shows the server certificate and trusts the CA. */
    public AcceptedClients(TestCertificates certificates) {
        key = new ClientKey(certificates.server(), TestCertificates.PASSWORD, null, "");
        trust = new HostTrust(certificates.ca(), "", false, false);
    }

    public AcceptedClients requiringCertificates() {
        requireCertificate = true;
        return this;
    }

    /** Only clients with one of these names, separated by commas. */
    public AcceptedClients allowing(String allowed) {
        names = ClientNames.parse(allowed);
        return requiringCertificates();
    }

    public AcceptedClients offering(String protocol) {
        offer = new TlsOffer(List.of(protocol), List.of(), "");
        return this;
    }

    public AcceptedClients resuming(SessionResumption changed) {
        resumption = changed;
        return this;
    }

    /** How long a handshake may take. */
    public AcceptedClients withTimeout(int millis) {
        timeoutMillis = millis;
        return this;
    }

    /** The port; listens from now on. */
    public int port() {
        try {
            if (settings == null) {
                TlsServerSettings tls = new TlsServerSettings(key, trust, offer, resumption, requireCertificate, names);
                settings = new ListenSettings(
                        "127.0.0.1",
                        Ports.free(),
                        new ClientReception(
                                FRAMING,
                                Optional.of(new TlsContexts().server(tls)),
                                timeoutMillis,
                                SocketOptions.SYSTEM));
                listeners.begin(settings);
            }
            return settings.port();
        } catch (FailureException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An attempt to take a client, with ample time. */
    public ConnectionAttempt attempt() {
        port();
        return listeners.source(settings, TestClient.PATIENCE_MILLIS).attempt(new ConnectionPlace(0));
    }

    /** For connections of one client, one after the other: whether we saw that it resumed its session. */
    public List<Boolean> takenOverOneLink(ClientTls tls, int connections) throws FailureException {
        TlsHandshake link = new TlsContexts().get(tls.settings()).handshake();
        List<Boolean> resumed = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            try (HostConnection client = TestClient.attempt(
                                    "localhost", port(), FRAMING, TestClient.PATIENCE_MILLIS, tls, link)
                            .open();
                    HostConnection taken = attempt().open()) {
                // A ticket of TLS 1.3 comes with the first read.
                taken.send(FRAMING.wrap(new byte[] {1}), TestClient.soon());
                client.receive(TestClient.soon());
                resumed.add(taken.isResumed());
            }
        }
        return resumed;
    }

    @Override
    public void close() {
        listeners.close();
    }
}

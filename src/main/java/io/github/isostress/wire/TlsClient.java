package io.github.isostress.wire;

import javax.net.ssl.SSLContext;

/** What all connections with the same TLS settings share: keys to show and whom to trust. Thread-safe. */
public final class TlsClient {
    private final TlsSettings settings;
    private final SSLContext context;

    TlsClient(TlsSettings settings, SSLContext context) {
        this.settings = settings;
        this.context = context;
    }

    /** What one thread's handshakes are made with. */
    public TlsHandshake handshake() {
        return new TlsHandshake(settings, context);
    }
}

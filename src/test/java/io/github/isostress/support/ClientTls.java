package io.github.isostress.support;

import io.github.isostress.tls.ClientKey;
import io.github.isostress.tls.HostTrust;
import io.github.isostress.tls.SessionResumption;
import io.github.isostress.tls.TlsOffer;
import io.github.isostress.tls.TlsSettings;
import java.nio.file.Path;
import java.util.List;

/** A client's TLS settings; each method changes one of the strict defaults. Immutable. */
public record ClientTls(ClientKey key, HostTrust trust, TlsOffer offer, SessionResumption resumption) {
    /** Trusts this file's certificates and checks host names. */
    public static ClientTls trusting(Path trustStore) {
        return strict(new HostTrust(trustStore, "", false, true));
    }

    public static ClientTls trustingAnybody() {
        return strict(new HostTrust(null, "", true, true));
    }

    private static ClientTls strict(HostTrust trust) {
        return new ClientTls(ClientKey.NONE, trust, TlsOffer.DEFAULT, SessionResumption.FULL);
    }

    public TlsSettings settings() {
        return new TlsSettings(key, trust, offer, resumption);
    }

    public ClientTls showing(Path keyStore, String password) {
        return showing(new ClientKey(keyStore, password, null, ""));
    }

    public ClientTls showing(Path keyStore, String password, String alias) {
        return showing(new ClientKey(keyStore, password, null, alias));
    }

    private ClientTls showing(ClientKey shown) {
        return new ClientTls(shown, trust, offer, resumption);
    }

    public ClientTls withoutHostNameCheck() {
        return new ClientTls(
                key, new HostTrust(trust.trustStore(), trust.password(), trust.trustAll(), false), offer, resumption);
    }

    public ClientTls offering(String... protocols) {
        return offering(new TlsOffer(List.of(protocols), offer.cipherSuites(), offer.serverName()));
    }

    public ClientTls enciphering(String... cipherSuites) {
        return offering(new TlsOffer(offer.protocols(), List.of(cipherSuites), offer.serverName()));
    }

    /** Sends this name in the SNI extension. */
    public ClientTls naming(String serverName) {
        return offering(new TlsOffer(offer.protocols(), offer.cipherSuites(), serverName));
    }

    private ClientTls offering(TlsOffer changed) {
        return new ClientTls(key, trust, changed, resumption);
    }

    public ClientTls resuming(SessionResumption changed) {
        return new ClientTls(key, trust, offer, changed);
    }
}

package io.github.isostress.support;

import io.github.isostress.wire.TlsSettings;
import java.nio.file.Path;
import java.util.List;

/** TLS settings of a client, put together from what differs from the strict defaults. Immutable. */
public record ClientTls(TlsSettings settings) {
    /** Trusts this file's certificates and checks everything. */
    public static ClientTls trusting(Path trustStore) {
        return new ClientTls(new TlsSettings(null, "", trustStore, "", false, true, List.of(), ""));
    }

    /** Trusts whatever comes. */
    public static ClientTls trustingAnybody() {
        return new ClientTls(new TlsSettings(null, "", null, "", true, true, List.of(), ""));
    }

    /** Shows the certificate in that store. */
    public ClientTls showing(Path keyStore, String password) {
        TlsSettings s = settings;
        return new ClientTls(new TlsSettings(
                keyStore,
                password,
                s.trustStore(),
                s.trustStorePassword(),
                s.trustAll(),
                s.verifyHostName(),
                s.protocols(),
                s.serverName()));
    }

    /** Does not check the host's name. */
    public ClientTls withoutHostNameCheck() {
        TlsSettings s = settings;
        return new ClientTls(new TlsSettings(
                s.keyStore(),
                s.keyStorePassword(),
                s.trustStore(),
                s.trustStorePassword(),
                s.trustAll(),
                false,
                s.protocols(),
                s.serverName()));
    }

    /** Offers these protocols only. */
    public ClientTls offering(String... protocols) {
        TlsSettings s = settings;
        return new ClientTls(new TlsSettings(
                s.keyStore(),
                s.keyStorePassword(),
                s.trustStore(),
                s.trustStorePassword(),
                s.trustAll(),
                s.verifyHostName(),
                List.of(protocols),
                s.serverName()));
    }

    /** Sends this name in the SNI extension. */
    public ClientTls naming(String serverName) {
        TlsSettings s = settings;
        return new ClientTls(new TlsSettings(
                s.keyStore(),
                s.keyStorePassword(),
                s.trustStore(),
                s.trustStorePassword(),
                s.trustAll(),
                s.verifyHostName(),
                s.protocols(),
                serverName));
    }
}

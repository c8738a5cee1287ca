package io.github.isostress.jmeter.setting;

import io.github.isostress.tls.ClientKey;
import io.github.isostress.tls.ClientNames;
import io.github.isostress.tls.HostTrust;
import io.github.isostress.tls.SessionResumption;
import io.github.isostress.tls.TlsOffer;
import io.github.isostress.tls.TlsServerSettings;
import io.github.isostress.tls.TlsSettings;
import java.util.Locale;

/** Reads the TLS properties of an {@code Iso8583Connection}. */
final class TlsReader {
    private final PropertyReader read;
    private final Iso8583ConnectionSchema schema;

    TlsReader(PropertyReader read, Iso8583ConnectionSchema schema) {
        this.read = read;
        this.schema = schema;
    }

    TlsSettings settings() {
        return new TlsSettings(
                key(),
                trust(read.flag(schema.verifyHostName)),
                new TlsOffer(read.list(schema.protocols), read.list(schema.cipherSuites), read.text(schema.serverName)),
                resumption());
    }

    /** For clients that connect to us. */
    TlsServerSettings serverSettings() {
        ClientKey key = key();
        if (key.keyStore() == null) {
            throw read.refusal(
                    schema.keyStore,
                    "",
                    "is empty; when the host connects with TLS, it must hold the certificate to show");
        }
        ClientNames names = read.parsed(schema.clientNames, ClientNames::parse);
        return new TlsServerSettings(
                key,
                trust(false),
                new TlsOffer(read.list(schema.protocols), read.list(schema.cipherSuites), ""),
                resumption(),
                read.flag(schema.requireClientCertificate) || !names.isAny(),
                names);
    }

    private ClientKey key() {
        return new ClientKey(
                read.file(schema.keyStore),
                read.secret(schema.keyStorePassword),
                read.file(schema.privateKey),
                read.text(schema.keyAlias));
    }

    private HostTrust trust(boolean verifyHostName) {
        return new HostTrust(
                read.file(schema.trustStore),
                read.secret(schema.trustStorePassword),
                read.flag(schema.trustAll),
                verifyHostName);
    }

    private SessionResumption resumption() {
        return SessionResumption.valueOf(
                read.choice(schema.resumption, "full", "thread", "shared").toUpperCase(Locale.ROOT));
    }
}

package io.github.isostress.jmeter.setting;

import io.github.isostress.tls.ClientKey;
import io.github.isostress.tls.HostTrust;
import io.github.isostress.tls.SessionResumption;
import io.github.isostress.tls.TlsOffer;
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
                new ClientKey(
                        read.file(schema.keyStore),
                        read.secret(schema.keyStorePassword),
                        read.file(schema.privateKey),
                        read.text(schema.keyAlias)),
                new HostTrust(
                        read.file(schema.trustStore),
                        read.secret(schema.trustStorePassword),
                        read.flag(schema.trustAll),
                        read.flag(schema.verifyHostName)),
                new TlsOffer(read.list(schema.protocols), read.list(schema.cipherSuites), read.text(schema.serverName)),
                SessionResumption.valueOf(read.choice(schema.resumption, "full", "thread", "shared")
                        .toUpperCase(Locale.ROOT)));
    }
}

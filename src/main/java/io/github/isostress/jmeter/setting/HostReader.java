package io.github.isostress.jmeter.setting;

import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.host.HostDirection;
import io.github.isostress.host.HostSettings;
import io.github.isostress.host.HostTls;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.tls.ClientKey;
import io.github.isostress.tls.HostTrust;
import io.github.isostress.tls.SessionResumption;
import io.github.isostress.tls.TlsOffer;
import io.github.isostress.tls.TlsSettings;
import io.github.isostress.wire.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;

/**
 * Reads an {@code Iso8583Host}. Each method reads its properties anew; what cannot be used is an
 * IllegalArgumentException with one clear sentence.
 */
public final class HostReader {
    /** Clients connect to the host. */
    public static final String LISTEN = "listen";

    /** The host connects to the tested system. */
    public static final String CONNECT = "connect";

    private static final String NEW_KEY = "new key";

    private final Iso8583HostSchema schema = Iso8583HostSchema.INSTANCE;
    private final PropertyReader read;

    /** Reads that host. */
    public HostReader(TestElement host) {
        this.read = new PropertyReader(host);
    }

    /** Whether the host is to start with the test. */
    public boolean isStarted() {
        return read.flag(schema.start);
    }

    /** Whether an expression says that the host is to start, and not the plan itself. */
    public boolean isStartedByExpression() {
        return !read.origin(schema.start).isPlan() && isStarted();
    }

    /** The JMeter property that publishes the port. */
    public String portProperty() {
        return read.text(schema.portProperty);
    }

    /** Whether lines or rules may name keys, so that {@link #settings} needs those in scope. */
    public boolean namesKeys() {
        return !read.secret(schema.seals).isBlank() || read.secret(schema.rules).contains(NEW_KEY);
    }

    /**
     * All settings of a host.
     *
     * @param keys those in scope
     */
    public HostSettings settings(Keys keys) {
        Optional<IsoPackager> packager = packager();
        return new HostSettings(
                direction(),
                framing(),
                packager,
                HostRules.parse(read.secret(schema.rules), packager),
                HostSeals.parse(read.secret(schema.seals), packager, keys),
                read.flag(schema.returnSecrets));
    }

    private HostDirection direction() {
        return read.choice(schema.direction, LISTEN, CONNECT).equals(CONNECT) ? connecting() : listening();
    }

    private HostDirection listening() {
        return new HostDirection.Listen(
                read.text(schema.address),
                read.number(schema.port),
                read.flag(schema.useTls) ? Optional.of(serverTls()) : Optional.empty());
    }

    private HostDirection connecting() {
        return new HostDirection.Connect(
                endpoints(),
                framing(),
                read.flag(schema.useTls) ? Optional.of(clientTls()) : Optional.empty(),
                read.number(schema.connections),
                read.parsed(schema.reconnectPause, ReconnectPause::parse));
    }

    private List<Endpoint> endpoints() {
        try {
            String port = read.text(schema.connectPort);
            return read.parsed(
                    schema.connectPort,
                    port,
                    any -> read.parsed(schema.connectTo, names -> Endpoint.parse(names, any)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("connect to: " + e.getMessage(), e);
        }
    }

    private Framing framing() {
        return read.parsed(schema.framing, FramingReader::parse);
    }

    /** The rules. Refuses those that do not fit packager, framing, or what is signed with these keys. */
    public HostRules rules(Keys keys) {
        Optional<IsoPackager> packager = packager();
        HostRules rules = HostRules.parse(read.secret(schema.rules), packager);
        rules.require(packager, framing(), seals(keys));
        return rules;
    }

    /** What is verified and signed with these keys. */
    public HostSeals seals(Keys keys) {
        return HostSeals.parse(read.secret(schema.seals), packager(), keys);
    }

    private Optional<IsoPackager> packager() {
        return read.parsed(schema.packager, name -> Packagers.find(name, PropertyReader::resolve));
    }

    private HostTls serverTls() {
        Path keyStore = read.file(schema.keyStore);
        if (keyStore == null) {
            throw new IllegalArgumentException("a host with TLS needs a key store"
                    + read.origin(schema.keyStore).after(""));
        }
        return new HostTls(
                keyStore,
                read.secret(schema.keyStorePassword),
                read.flag(schema.requireClientCertificate),
                read.file(schema.trustStore),
                read.secret(schema.trustStorePassword));
    }

    private TlsSettings clientTls() {
        return new TlsSettings(
                new ClientKey(read.file(schema.keyStore), read.secret(schema.keyStorePassword), null, ""),
                new HostTrust(
                        read.file(schema.trustStore),
                        read.secret(schema.trustStorePassword),
                        false,
                        read.flag(schema.verifyHostName)),
                TlsOffer.DEFAULT,
                SessionResumption.FULL);
    }
}

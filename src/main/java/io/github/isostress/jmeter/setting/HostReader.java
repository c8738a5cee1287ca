package io.github.isostress.jmeter.setting;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.host.HostDirection;
import io.github.isostress.host.HostSettings;
import io.github.isostress.host.HostTls;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;

/**
 * Reads an {@code Iso8583Host}. Each method reads its properties anew; what cannot be used is an
 * IllegalArgumentException with one clear sentence.
 */
public final class HostReader {
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

    /** The JMeter property that publishes the port. */
    public String portProperty() {
        return read.text(schema.portProperty);
    }

    public HostSettings settings() {
        Optional<IsoPackager> packager = packager();
        return new HostSettings(
                direction(),
                FramingReader.parse(read.text(schema.framing)),
                packager,
                HostRules.parse(read.secret(schema.rules), packager),
                read.flag(schema.returnSecrets));
    }

    private HostDirection direction() {
        return new HostDirection.Listen(
                read.text(schema.address),
                read.number(schema.port),
                read.flag(schema.useTls) ? Optional.of(tls()) : Optional.empty());
    }

    /** The rules. Refuses those that do not fit packager or framing. */
    public HostRules rules() {
        Optional<IsoPackager> packager = packager();
        HostRules rules = HostRules.parse(read.secret(schema.rules), packager);
        return new HostSettings(
                        "", 0, FramingReader.parse(read.text(schema.framing)), packager, Optional.empty(), rules)
                .rules();
    }

    private Optional<IsoPackager> packager() {
        return Packagers.find(read.text(schema.packager), PropertyReader::resolve);
    }

    private HostTls tls() {
        Path keyStore = read.file(schema.keyStore);
        if (keyStore == null) {
            throw new IllegalArgumentException("a host with TLS needs a key store");
        }
        return new HostTls(
                keyStore,
                read.secret(schema.keyStorePassword),
                read.flag(schema.requireClientCertificate),
                read.file(schema.trustStore),
                read.secret(schema.trustStorePassword));
    }
}

package io.github.isostress.jmeter.element;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostRules;
import io.github.isostress.host.HostSettings;
import io.github.isostress.host.HostTls;
import io.github.isostress.jmeter.TestRun;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.Packagers;
import io.github.isostress.wire.FramingText;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.engine.util.NoConfigMerge;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Config element "ISO 8583 Host": an embedded host that lives as long as the test, and the JMeter property that tells
 * the plan its port. If it cannot start, every sample of the run says why.
 */
public final class Iso8583Host extends ConfigTestElement implements TestStateListener, NoConfigMerge {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Iso8583Host.class);

    private transient EmbeddedHost host;
    private transient String portProperty;
    private transient String portBefore;

    @Override
    public Iso8583HostSchema getSchema() {
        return Iso8583HostSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583Host, ? extends Iso8583HostSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    /** Must not throw: JMeter would end the run without a sample, and an agent would stay busy for ever. */
    @Override
    public void testStarted() {
        try {
            PropertyReader read = new PropertyReader(this);
            if (read.flag(getSchema().start)) {
                start(settings(read), read.text(getSchema().portProperty));
            }
        } catch (LinkageError e) {
            refuse(MissingJar.sentence(e));
        } catch (RuntimeException e) {
            refuse(e.getMessage());
        }
    }

    private void refuse(String reason) {
        String sentence = "'" + getName() + "' did not start: " + reason;
        LOG.error(sentence);
        TestRun.current().refuse(sentence);
    }

    private void start(HostSettings settings, String property) {
        host = EmbeddedHost.start(settings);
        portProperty = property;
        portBefore = JMeterUtils.getProperty(property);
        JMeterUtils.setProperty(property, String.valueOf(host.port()));
        LOG.info(
                "'{}' listens on {}:{}, published as property {}",
                getName(),
                settings.address(),
                host.port(),
                property);
    }

    private HostSettings settings(PropertyReader read) {
        Iso8583HostSchema schema = getSchema();
        Optional<IsoPackager> packager = Packagers.find(read.text(schema.packager), PropertyReader::resolve);
        return new HostSettings(
                read.text(schema.address),
                read.number(schema.port),
                FramingText.parse(read.text(schema.framing)),
                packager,
                read.flag(schema.useTls) ? Optional.of(tls(read)) : Optional.empty(),
                HostRules.parse(read.secret(schema.rules), packager));
    }

    private HostTls tls(PropertyReader read) {
        Iso8583HostSchema schema = getSchema();
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

    @Override
    public void testStarted(String remote) {
        testStarted();
    }

    @Override
    public void testEnded() {
        // First of all: connections sign off from the host.
        TestRun.end();
        if (host != null) {
            host.close();
            LOG.info("'{}' has ended: {}", getName(), host.record());
            host = null;
            restorePortProperty();
        }
    }

    private void restorePortProperty() {
        if (portBefore == null) {
            JMeterUtils.getJMeterProperties().remove(portProperty);
        } else {
            JMeterUtils.setProperty(portProperty, portBefore);
        }
    }

    @Override
    public void testEnded(String remote) {
        testEnded();
    }
}

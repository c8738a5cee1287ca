package io.github.isostress.jmeter.element;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.TestRun;
import io.github.isostress.message.Packagers;
import io.github.isostress.wire.ConnectionSettings;
import io.github.isostress.wire.FramingText;
import io.github.isostress.wire.TlsClient;
import io.github.isostress.wire.TlsSettings;
import java.util.Optional;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.testelement.ThreadListener;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;

/**
 * Config element "ISO 8583 Connection": where the requests in its scope go. Each thread's clone of it owns that
 * thread's socket, from the first request to the thread's end.
 */
public final class Iso8583Connection extends ConfigTestElement implements ThreadListener, TestStateListener {
    private static final long serialVersionUID = 1L;

    private transient ThreadConnection threadConnection;

    @Override
    public Iso8583ConnectionSchema getSchema() {
        return Iso8583ConnectionSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583Connection, ? extends Iso8583ConnectionSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    /**
     * This thread's connection. The element's properties are read at the first call.
     *
     * @throws FailureException {@link Failure#CONFIG_ERROR} if a property cannot be used
     */
    ThreadConnection threadConnection() throws FailureException {
        if (threadConnection == null) {
            try {
                threadConnection = readConnection();
            } catch (IllegalArgumentException e) {
                throw new FailureException(Failure.CONFIG_ERROR, "'" + getName() + "': " + e.getMessage(), e);
            }
        }
        return threadConnection;
    }

    private ThreadConnection readConnection() {
        PropertyReader read = new PropertyReader(this);
        Iso8583ConnectionSchema schema = getSchema();
        ConnectionSettings settings = new ConnectionSettings(
                read.text(schema.host),
                read.number(schema.port),
                read.number(schema.connectTimeout),
                FramingText.parse(read.text(schema.framing)),
                read.flag(schema.useTls) ? Optional.of(readTls(read, schema)) : Optional.empty());
        return new ThreadConnection(
                settings,
                settings.tls()
                        .map(TestRun.current().tlsContexts()::get)
                        .map(TlsClient::handshake)
                        .orElse(null),
                Packagers.find(read.text(schema.packager), PropertyReader::resolve));
    }

    private static TlsSettings readTls(PropertyReader read, Iso8583ConnectionSchema schema) {
        return new TlsSettings(
                read.file(schema.keyStore),
                read.secret(schema.keyStorePassword),
                read.file(schema.trustStore),
                read.secret(schema.trustStorePassword),
                read.flag(schema.trustAll),
                read.flag(schema.verifyHostName),
                read.list(schema.protocols),
                read.text(schema.serverName));
    }

    @Override
    public void threadStarted() {
        // The connection is opened at the first request, so that it is reported as a sample.
    }

    @Override
    public void threadFinished() {
        if (threadConnection != null) {
            threadConnection.close();
        }
    }

    @Override
    public void testStarted() {
        // Nothing is shared by the threads; see TestRun for what is.
    }

    @Override
    public void testStarted(String host) {
        testStarted();
    }

    @Override
    public void testEnded() {
        TestRun.end();
    }

    @Override
    public void testEnded(String host) {
        testEnded();
    }
}

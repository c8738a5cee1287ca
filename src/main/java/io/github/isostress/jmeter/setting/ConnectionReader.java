package io.github.isostress.jmeter.setting;

import io.github.isostress.connect.ConnectionSettings;
import io.github.isostress.connect.Dialling;
import io.github.isostress.connect.HostOrder;
import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.exchange.UnsolicitedRules;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.link.Keep;
import io.github.isostress.link.LinkSettings;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.ListedSecrets;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.tls.TlsClient;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.LocalAddresses;
import io.github.isostress.wire.NameResolver;
import io.github.isostress.wire.SocketOptions;
import java.util.Optional;
import java.util.Set;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.util.JMeterUtils;

/**
 * Reads an {@code Iso8583Connection}. Each method reads its properties anew; what cannot be used is an
 * IllegalArgumentException with one clear sentence.
 */
public final class ConnectionReader {
    private static final String NETWORK_MANAGEMENT = "network management";
    private static final String NONE = "none";
    /** The JMeter property that lists what is secret on every connection. */
    private static final String HIDE = "iso8583.hide";

    private static final int LONGEST_WAIT = 3_600_000;

    private final TestElement connection;
    private final Iso8583ConnectionSchema schema;
    private final PropertyReader read;
    private final RunContext run;

    /**
     * Reads a connection for a run.
     *
     * @param run holds compiled templates, SSLContexts and resolved names
     */
    public ConnectionReader(TestElement connection, RunContext run) {
        this.connection = connection;
        this.run = run;
        this.schema = Iso8583ConnectionSchema.INSTANCE;
        this.read = new PropertyReader(connection);
    }

    /** The packager, which hides what the user has listed as secret; empty if messages are raw. */
    public Optional<IsoPackager> packager() {
        return words().packager();
    }

    /** Describes messages with that packager. */
    public MessageDescriber words() {
        ListedSecrets secrets = secrets("JMeter property " + HIDE, JMeterUtils.getPropDefault(HIDE, ""))
                .and(secrets("hide", read.text(schema.hide)));
        return new MessageDescriber(
                Packagers.find(read.text(schema.packager), PropertyReader::resolve)
                        .map(packager -> packager.hiding(secrets)),
                secrets,
                0);
    }

    private static ListedSecrets secrets(String where, String list) {
        try {
            return ListedSecrets.parse(list);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    /** How messages are wrapped. */
    public Framing framing() {
        return FramingReader.parse(read.text(schema.framing));
    }

    public Keep keep() {
        return Keep.parse(read.text(schema.keep));
    }

    public int poolWaitMillis() {
        return read.number(schema.poolWait, 0, LONGEST_WAIT);
    }

    /** Whether the settings are to be read for each connect, not once per thread. */
    public boolean isReadForEachConnect() {
        return read.choice(schema.evaluate, "thread", "connect").equals("connect");
    }

    /**
     * The settings of a connection.
     *
     * @throws FailureException if a key store or a template cannot be used
     */
    public LinkSettings settings(Optional<IsoPackager> packager) throws FailureException {
        ConnectionSettings settings = connectionSettings();
        UnsolicitedRules unsolicited = unsolicited(packager);
        Optional<TlsClient> client = settings.tls().isEmpty()
                ? Optional.empty()
                : Optional.of(run.tlsContexts().get(settings.tls().get()));
        return new LinkSettings(
                new Dialling(settings, HostOrder.parse(read.text(schema.hostOrder)), names(), client),
                packager,
                ReconnectPause.parse(read.text(schema.reconnectPause)),
                read.decimalOr(schema.connectsPerSecond, 0),
                new SessionMessageReader(connection, read, run, packager, unsolicited).sessionMessages(),
                unsolicited);
    }

    private ConnectionSettings connectionSettings() {
        return new ConnectionSettings(
                Endpoint.parse(read.text(schema.host), read.text(schema.port)),
                read.number(schema.connectTimeout),
                framing(),
                read.flag(schema.useTls) ? Optional.of(new TlsReader(read, schema).settings()) : Optional.empty(),
                new SocketOptions(
                        read.flag(schema.keepAlive),
                        read.flag(schema.resetOnClose),
                        read.numberOr(schema.receiveBuffer, 0),
                        read.numberOr(schema.sendBuffer, 0)),
                LocalAddresses.parse(read.text(schema.localAddresses)));
    }

    private NameResolver names() {
        return read.choice(schema.resolve, "each time", "once").equals("once")
                ? run.names()
                : NameResolver.askingEachTime();
    }

    private UnsolicitedRules unsolicited(Optional<IsoPackager> packager) throws FailureException {
        String mtis = read.text(schema.unsolicited);
        if (mtis.equals(NONE) || packager.isEmpty()) {
            return UnsolicitedRules.none();
        }
        Optional<MessageTemplate> overlay = template(schema.unsolicitedAnswer.getName(), packager);
        return mtis.equals(NETWORK_MANAGEMENT)
                ? UnsolicitedRules.networkManagement(overlay)
                : UnsolicitedRules.of(Set.copyOf(PropertyReader.words(mtis)), overlay);
    }

    /** The template in a property; empty if it is blank. */
    private Optional<MessageTemplate> template(String property, Optional<IsoPackager> packager)
            throws FailureException {
        return SessionMessageReader.template(connection, property, run, packager);
    }
}

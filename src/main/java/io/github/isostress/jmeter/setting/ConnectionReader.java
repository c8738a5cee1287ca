package io.github.isostress.jmeter.setting;

import io.github.isostress.connect.ListenSettings;
import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.exchange.UnsolicitedRules;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.link.Keep;
import io.github.isostress.link.LinkSettings;
import io.github.isostress.link.Sharing;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.ListedSecrets;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.MessageContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
    private final Supplier<MessageContext> context;

    /**
     * Reads a connection for a run.
     *
     * @param run holds compiled templates, SSLContexts and resolved names
     */
    public ConnectionReader(TestElement connection, RunContext run) {
        this(connection, run, () -> new MessageContext(Keys.NONE, run.counters(Optional.empty())));
    }

    /**
     * Reads a connection for a run.
     *
     * @param run holds compiled templates, SSLContexts and resolved names
     * @param context keys and counters for session messages, asked for as each is sent
     */
    public ConnectionReader(TestElement connection, RunContext run, Supplier<MessageContext> context) {
        this.context = context;
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
                .and(read.parsed(schema.hide, list -> secrets("hide", list)));
        return new MessageDescriber(
                read.parsed(schema.packager, name -> Packagers.find(name, PropertyReader::resolve))
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
        return read.parsed(schema.framing, FramingReader::parse);
    }

    public Keep keep() {
        return read.parsed(schema.keep, Keep::parse);
    }

    /** How samples get a place on links that several threads use. */
    public Sharing sharing() {
        return sharing(read);
    }

    /** As {@link #sharing()}, of a connection that is read so. */
    public static Sharing sharing(PropertyReader read) {
        Iso8583ConnectionSchema schema = Iso8583ConnectionSchema.INSTANCE;
        return new Sharing(
                read.number(schema.poolWait, 0, LONGEST_WAIT),
                read.choice(schema.sharedChoice, "fewest under way", "in turn").equals("in turn")
                        ? Sharing.Choice.IN_TURN
                        : Sharing.Choice.FEWEST_UNDER_WAY,
                read.numberOr(schema.window, 0));
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
        UnsolicitedRules unsolicited = unsolicited(packager);
        return new LinkSettings(
                new SourceReader(read, schema, run).source(),
                packager,
                read.parsed(schema.reconnectPause, ReconnectPause::parse),
                read.decimalOr(schema.connectsPerSecond, 0),
                new SessionMessageReader(connection, read, run, packager, unsolicited, context).sessionMessages(),
                unsolicited);
    }

    /**
     * Where to listen for the host; empty if we connect to it.
     *
     * @throws FailureException if a key store cannot be used
     */
    public Optional<ListenSettings> listenSettings() throws FailureException {
        return new SourceReader(read, schema, run).listenSettings();
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

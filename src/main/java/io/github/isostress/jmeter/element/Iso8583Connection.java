package io.github.isostress.jmeter.element;

import io.github.isostress.connect.ListenSettings;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.MissingJar;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.agent.AssignmentCarrier;
import io.github.isostress.jmeter.run.TestRun;
import io.github.isostress.jmeter.sample.SampleListeners;
import io.github.isostress.jmeter.sample.SampleOrigin;
import io.github.isostress.jmeter.sample.ThreadConnection;
import io.github.isostress.jmeter.sample.ThreadListeners;
import io.github.isostress.jmeter.setting.ClosedReferences;
import io.github.isostress.jmeter.setting.ConnectionReader;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.link.LinkPlan;
import io.github.isostress.link.LinkSettings;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.masking.ShownText;
import io.github.isostress.message.value.MessageContext;
import java.util.Optional;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.engine.event.LoopIterationEvent;
import org.apache.jmeter.testelement.TestIterationListener;
import org.apache.jmeter.testelement.ThreadListener;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;
import org.apache.jmeter.threads.JMeterContextService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Config element "ISO 8583 Connection": where the requests in its scope go. Each thread's copy of it owns that
 * thread's links, from the first request to the thread's end.
 */
public final class Iso8583Connection extends ConfigTestElement
        implements ThreadListener, TestIterationListener, RunElement {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Iso8583Connection.class);

    private final AssignmentCarrier assignment = AssignmentCarrier.INSTANCE;
    private static final PublishedPorts PORTS = new PublishedPorts();

    private transient ListenPort published;
    private final transient UnsentPause unsentPause = new UnsentPause();
    private final transient EarlyConnect earlyConnect = new EarlyConnect();
    private final transient TakenRequest taken = new TakenRequest();
    private transient ThreadConnection threadConnection;
    private transient volatile MessageContext context = MessageContext.NONE;

    @Override
    public Iso8583ConnectionSchema getSchema() {
        return Iso8583ConnectionSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583Connection, ? extends Iso8583ConnectionSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    @Override
    public PropertyIterator propertyIterator() {
        return ClosedReferences.visible(super.propertyIterator());
    }

    /**
     * This thread's links. The element's properties are read at the first call.
     *
     * @param run for which the thread works
     * @throws FailureException if a property, a key store or a template cannot be used
     */
    public ThreadConnection threadConnection(RunContext run) throws FailureException {
        if (threadConnection == null) {
            openLinks(run, new ThreadListeners(JMeterContextService.getContext()));
        }
        return threadConnection;
    }

    /** Reads the element's properties; these listeners hear of this thread's links. */
    public void openLinks(RunContext run, SampleListeners listeners) throws FailureException {
        threadConnection = named(() -> readLinks(run, listeners));
    }

    private ThreadConnection readLinks(RunContext run, SampleListeners listeners) throws FailureException {
        EarlyEnd.isWanted(this);
        ConnectionReader reader = new ConnectionReader(this, run, () -> context);
        MessageDescriber words = reader.words();
        Optional<IsoPackager> packager = words.packager();
        LinkSettings first = reader.settings(packager);
        boolean readsAnew = reader.isReadForEachConnect();
        LinkPlan plan = readsAnew
                ? new NewSettings(first, () -> named(() -> reader.settings(packager)))
                : LinkPlan.always(first);
        String name = getName();
        SampleOrigin origin = new SampleOrigin(
                run, name, listeners, words.startingAt(first.source().framing().messageStart()));
        return new ThreadConnection(
                run.links().forThread(name, reader.keep(), reader.sharing(), plan, origin),
                packager,
                first.unsolicited(),
                origin);
    }

    /** Reads the settings anew for each connect after the first, for which they are read already. */
    private static final class NewSettings implements LinkPlan {
        private final LinkPlan reading;
        private LinkSettings first;

        NewSettings(LinkSettings first, LinkPlan reading) {
            this.first = first;
            this.reading = reading;
        }

        @Override
        public LinkSettings settings() throws FailureException {
            LinkSettings settings = first == null ? reading.settings() : first;
            first = null;
            return settings;
        }
    }

    /** Takes what the sampler that is about to begin has in scope: the session messages have it from now on. */
    public void use(MessageContext inScope) {
        context = inScope;
    }

    /** The connect of this thread before its first request. */
    EarlyConnect earlyConnect() {
        return earlyConnect;
    }

    /** The request that this thread has taken and is to answer. */
    TakenRequest taken() {
        return taken;
    }

    /** Slows this thread down while nothing can be sent. */
    UnsentPause unsentPause() {
        return unsentPause;
    }

    /** Whether a test ends in which nothing can be sent. A value that is no choice is reported with the links. */
    boolean endsTestWhenNothingCanBeSent() {
        try {
            return EarlyEnd.isWanted(this);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws FailureException;
    }

    /** Adds the element's name to a refusal. */
    private <T> T named(Reading<T> reading) throws FailureException {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.CONFIG_ERROR, "'" + getName() + "': " + e.getMessage(), e);
        }
    }

    /**
     * Listens from now on, if the host is to connect. What prevents it is told by the log, and by each sample that waits
     * for the host: those try again.
     */
    @Override
    public void begin() {
        RunContext run = CurrentRun.context();
        try {
            Optional<ListenSettings> place = new ConnectionReader(this, run).listenSettings();
            if (place.isPresent()) {
                int port = run.listeners().begin(place.get());
                LOG.info(
                        "'{}' listens on {} for the host to connect",
                        getName(),
                        place.get().with(port));
                published = new ListenPort(port);
                PORTS.publish(published);
            }
        } catch (FailureException e) {
            logNotListening(e.report().toString());
        } catch (LinkageError e) {
            logNotListening(MissingJar.sentence(e));
        } catch (RuntimeException e) {
            logNotListening(e.getMessage());
        }
    }

    /** The port on which the test listens for a host. */
    private record ListenPort(int port) implements PortPublisher {
        @Override
        public String portProperty() {
            return "iso8583.listen.port";
        }
    }

    @Override
    public void testEnded() {
        TestRun.end();
        if (published != null) {
            PORTS.withdraw(published);
            published = null;
        }
    }

    private void logNotListening(String reason) {
        LOG.warn(ShownText.of("'" + getName() + "' does not listen for the host yet: " + reason));
    }

    /** If JMeter takes each iteration for another user, each begins with another connection. */
    @Override
    public void testIterationStart(LoopIterationEvent event) {
        if (threadConnection != null) {
            threadConnection
                    .links()
                    .nextIteration(
                            JMeterContextService.getContext().getVariables().isSameUserOnNextIteration());
        }
    }

    @Override
    public void threadStarted() {
        // The first request opens the connection, so that the connect is a sample.
    }

    @Override
    public void threadFinished() {
        if (threadConnection != null) {
            earlyConnect.threadEnds();
            taken.giveUp(threadConnection.origin());
            threadConnection.links().close();
        }
    }
}

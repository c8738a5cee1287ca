package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.OutgoingRequest;
import io.github.isostress.exchange.Verdict;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.IntendedStart;
import io.github.isostress.jmeter.JtlColumns;
import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.sample.Observations;
import io.github.isostress.jmeter.sample.PluginFailure;
import io.github.isostress.jmeter.sample.ResponseDetail;
import io.github.isostress.jmeter.sample.SampleOrigin;
import io.github.isostress.jmeter.sample.SampleResults;
import io.github.isostress.jmeter.sample.ThreadConnection;
import io.github.isostress.jmeter.setting.ClosedReferences;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.jmeter.setting.RequestSettings;
import io.github.isostress.link.Interruption;
import io.github.isostress.link.LinkNotOpened;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.template.FilledMessage;
import io.github.isostress.message.template.MessageTemplate;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.Interruptible;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jorphan.util.JMeterStopTestException;
import org.apache.jorphan.util.JMeterStopTestNowException;
import org.apache.jorphan.util.JMeterStopThreadException;

/**
 * Sampler "ISO 8583 Request": builds a request from its template, sends it over the thread's connection and reports the
 * answer. If it opens a connection first, listeners get a sample of that; if the connection fails, that failed sample
 * is the sampler's result.
 */
public final class Iso8583Request extends AbstractSampler implements Interruptible, RunElement {
    private static final long serialVersionUID = 1L;

    private transient Iso8583Connection connectionInScope;
    private final transient Interruption interruption = new Interruption();
    private final transient Readership readership = new Readership();
    private final transient RequestTemplate template = new RequestTemplate(this);
    private final transient UnsentPause unsentPauseWithoutConnection = new UnsentPause();
    private transient RequestSettings settings;

    @Override
    public Iso8583RequestSchema getSchema() {
        return Iso8583RequestSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583Request, ? extends Iso8583RequestSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    @Override
    public PropertyIterator propertyIterator() {
        return ClosedReferences.visible(super.propertyIterator());
    }

    /**
     * Takes the nearest connection in scope and all message defaults, the nearest first: the thread's own copies.
     * Merges nothing from other elements.
     */
    @Override
    public void addTestElement(TestElement element) {
        if (element instanceof Iso8583Connection connection && connectionInScope == null) {
            connectionInScope = connection;
        } else if (element instanceof Iso8583MessageDefaults defaults) {
            template.inherit(defaults);
        }
    }

    @Override
    public void clearTestElementChildren() {
        connectionInScope = null;
        template.inheritNothing();
    }

    @Override
    public boolean applies(ConfigTestElement element) {
        return element instanceof Iso8583Connection || element instanceof Iso8583MessageDefaults;
    }

    @Override
    public SampleResult sample(Entry unused) {
        RunContext run = CurrentRun.context();
        String label = getName();
        interruption.begin();
        try {
            return sample(label, run);
        } catch (FailureException e) {
            return unsent(label, e.report(), run);
        } catch (JMeterStopThreadException | JMeterStopTestException | JMeterStopTestNowException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return unsent(label, PluginFailure.of(label, e), run);
        } finally {
            IntendedStart.notSent(getThreadContext());
            interruption.end();
        }
    }

    private SampleResult unsent(String label, FailureReport failure, RunContext run) {
        leave(null, null);
        keep(JtlColumns.NOT_SENT);
        SampleResult sample = new SampleResults(run.failures()).ofUnsent(label, failure);
        new Observations(run.observer()).ofUnsent(sample);
        return notSent(sample, run);
    }

    /** Slows the thread down if the next sample would fail like this one, and as fast. */
    private SampleResult notSent(SampleResult sample, RunContext run) {
        Optional<Failure> failure = Failure.ofCode(sample.getResponseCode());
        boolean ofConfiguration = failure.isPresent() && failure.get().isOfConfiguration();
        if (ofConfiguration || failure.equals(Optional.of(Failure.INTERNAL_ERROR))) {
            unsentPause().unsent(interruption);
        }
        if (ofConfiguration && connectionInScope != null && connectionInScope.endsTestWhenNothingCanBeSent()) {
            EarlyEnd.by(sample, run);
        }
        return sample;
    }

    private UnsentPause unsentPause() {
        return connectionInScope == null ? unsentPauseWithoutConnection : connectionInScope.unsentPause();
    }

    private SampleResult sample(String label, RunContext run) throws FailureException {
        run.check();
        IntendedStart.check(getThreadContext());
        ThreadConnection connection = connection(run);
        FilledMessage message = prepare(connection, run);
        OutgoingRequest request = settings.exchange().read(message);
        OptionalLong intended = IntendedStart.of(getThreadContext());
        if (intended.isPresent()) {
            interruption.pause(intended.getAsLong());
        }
        Outcome outcome;
        try {
            outcome = connection.run(settings.exchange(), request, interruption);
        } catch (LinkNotOpened e) {
            leave(null, null);
            return notSent(connection.origin().sample(e), run);
        }
        if (outcome.wasSent()) {
            IntendedStart.sent(getThreadContext(), outcome.startNanos());
        }
        unsentPause().sent();
        SampleResult sample = received(label, outcome, intended, connection.origin());
        connection.origin().observations().ofRequest(sample, outcome, intended);
        return sample;
    }

    /** Tells what was sent and what came, even if the plugin fails. */
    private SampleResult received(String label, Outcome outcome, OptionalLong intended, SampleOrigin origin) {
        try {
            leave(outcome.request(), outcome.answer());
            keep(JtlColumns.ofRequest(outcome, intended));
            return origin.results()
                    .ofRequest(label, outcome, settings.rules().judge(outcome), detail(), origin.describer());
        } catch (RuntimeException | Error e) {
            Verdict verdict = Verdict.failed(PluginFailure.of(label, e));
            return origin.results().ofRequest(label, outcome, verdict, ResponseDetail.FULL, origin.describer());
        }
    }

    private ThreadConnection connection(RunContext run) throws FailureException {
        if (connectionInScope == null) {
            throw new FailureException(Failure.CONFIG_ERROR, withoutConnection(getName()));
        }
        return connectionInScope.threadConnection(run);
    }

    /** The sentence about a request without a connection. */
    public static String withoutConnection(String name) {
        return "there is no ISO 8583 Connection in the scope of '" + name + "'";
    }

    private FilledMessage prepare(ThreadConnection connection, RunContext run) throws FailureException {
        try {
            settings = RequestSettings.read(this, connection, run, settings);
            return template.of(run, connection.packager(), settings.check()).fill();
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.CONFIG_ERROR, "'" + getName() + "': " + e.getMessage(), e);
        }
    }

    private ResponseDetail detail() {
        boolean read = readership.reads(getThreadContext().getVariables());
        return settings.detail().where(read);
    }

    /** The compiled template, for a packager or for raw messages. */
    public MessageTemplate template(RunContext run, Optional<IsoPackager> packager) throws FailureException {
        return template.of(run, packager, RequestSettings.check(this));
    }

    /** Leaves the messages to the elements after the sampler; what is missing becomes an empty variable. */
    private void leave(DecodedMessage request, DecodedMessage answer) {
        JMeterVariables variables = getThreadContext().getVariables();
        if (variables == null) {
            return;
        }
        LastExchange.keep(variables, request, answer);
        if (settings != null) {
            settings.variables().set(variables, Optional.ofNullable(answer), "");
        }
    }

    private void keep(JtlColumns columns) {
        JMeterVariables variables = getThreadContext().getVariables();
        if (variables != null) {
            columns.put(variables);
        }
    }

    /** Ends a wait for the host. JMeter's Stop calls it, in another thread. */
    @Override
    public boolean interrupt() {
        return interruption.raise();
    }
}

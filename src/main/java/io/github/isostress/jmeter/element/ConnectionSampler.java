package io.github.isostress.jmeter.element;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.IntendedStart;
import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.agent.AssignmentCarrier;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.sample.Observations;
import io.github.isostress.jmeter.sample.PluginFailure;
import io.github.isostress.jmeter.sample.ResponseDetail;
import io.github.isostress.jmeter.sample.SampleResults;
import io.github.isostress.jmeter.sample.ThreadConnection;
import io.github.isostress.jmeter.setting.ClosedReferences;
import io.github.isostress.link.Interruption;
import io.github.isostress.message.value.MessageContext;
import java.util.Optional;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.Interruptible;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.threads.JMeterVariables;
import org.apache.jorphan.util.JMeterStopTestException;
import org.apache.jorphan.util.JMeterStopTestNowException;
import org.apache.jorphan.util.JMeterStopThreadException;

/**
 * A sampler that works on the nearest connection in its scope. Whatever goes wrong becomes a failed sample, and no
 * thread ends by it. It is public so that JMeter calls its methods and no bridges to them, which would hide the caller
 * from {@link ClosedReferences}.
 */
public abstract class ConnectionSampler extends AbstractSampler implements Interruptible, RunElement {
    private static final long serialVersionUID = 1L;

    private final AssignmentCarrier assignment = AssignmentCarrier.INSTANCE;
    private transient Iso8583Connection connectionInScope;
    private final transient KeysInScope keysInScope = new KeysInScope();
    private final transient Interruption interruption = new Interruption();
    private final transient Readership readership = new Readership();
    private final transient UnsentPause unsentPauseWithoutConnection = new UnsentPause();
    private final transient TimeAfterSample timeAfterSample = new TimeAfterSample();

    @Override
    public PropertyIterator propertyIterator() {
        return ClosedReferences.visible(super.propertyIterator());
    }

    /**
     * Takes the nearest connection in scope, and all keys: the thread's own copies. Merges nothing from other elements.
     */
    @Override
    public void addTestElement(TestElement element) {
        if (element instanceof Iso8583Connection connection && connectionInScope == null) {
            connectionInScope = connection;
        } else if (element instanceof Iso8583Keys keys) {
            keysInScope.add(keys);
        }
    }

    @Override
    public void clearTestElementChildren() {
        connectionInScope = null;
        keysInScope.clear();
    }

    @Override
    public boolean applies(ConfigTestElement element) {
        return element instanceof Iso8583Connection || element instanceof Iso8583Keys;
    }

    @Override
    public final SampleResult sample(Entry unused) {
        RunContext run = CurrentRun.context();
        String label = getName();
        interruption.begin();
        try {
            run.check();
            IntendedStart.check(getThreadContext());
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
            timeAfterSample.begin(run.watch());
        }
    }

    /** JMeter calls it when the listeners have heard of the sample: all else that belongs to the sample is over. */
    @Override
    public void recoverRunningVersion() {
        super.recoverRunningVersion();
        timeAfterSample.end();
    }

    /**
     * The sample, or null for none.
     *
     * @throws FailureException if nothing could be sent
     */
    abstract SampleResult sample(String label, RunContext run) throws FailureException;

    /** What the element keeps as variables of the messages that its sample has. */
    abstract void keepVariables(JMeterVariables variables, LastExchange exchange);

    /** The columns of a sample in which nothing was sent. */
    abstract JtlColumns columnsWhenNotSent();

    private SampleResult unsent(String label, FailureReport failure, RunContext run) {
        leave(LastExchange.NOTHING);
        keep(columnsWhenNotSent());
        SampleResult sample = new SampleResults(run.failures()).ofUnsent(label, failure);
        new Observations(run.observer()).ofUnsent(sample);
        return notSent(sample, run);
    }

    /** Slows the thread down if the next sample would fail like this one, and as fast. */
    SampleResult notSent(SampleResult sample, RunContext run) {
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

    final UnsentPause unsentPause() {
        return connectionInScope == null ? unsentPauseWithoutConnection : connectionInScope.unsentPause();
    }

    /** Null if there is none. */
    final Iso8583Connection connectionInScope() {
        return connectionInScope;
    }

    final Interruption interruption() {
        return interruption;
    }

    /** The thread's links of the connection in scope. */
    final ThreadConnection connection(RunContext run) throws FailureException {
        if (connectionInScope == null) {
            throw new FailureException(Failure.CONFIG_ERROR, withoutConnection(getName()));
        }
        return connectionInScope.threadConnection(run);
    }

    /**
     * What the next sample's message is filled from besides its template, and the connection's session messages, too:
     * the same object as long as nothing changes.
     *
     * @throws FailureException if keys in scope cannot be read
     */
    public final MessageContext context(RunContext run) throws FailureException {
        MessageContext context = keysInScope.context(run);
        if (connectionInScope != null) {
            connectionInScope.use(context);
        }
        return context;
    }

    /** The sentence about a sampler without a connection. */
    public static String withoutConnection(String name) {
        return "there is no ISO 8583 Connection in the scope of '" + name + "'";
    }

    /** How much the sample in progress tells, where a plan asks for this much. */
    final ResponseDetail detail(ResponseDetail wanted) {
        return wanted.where(readership.reads(getThreadContext().getVariables()));
    }

    /** Leaves the messages to the elements after the sampler; what is missing becomes an empty variable. */
    final void leave(LastExchange exchange) {
        JMeterVariables variables = getThreadContext().getVariables();
        if (variables != null) {
            exchange.keep(variables);
            keepVariables(variables, exchange);
        }
    }

    final void keep(JtlColumns columns) {
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

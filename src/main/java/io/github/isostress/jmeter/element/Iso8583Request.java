package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.TestRun;
import io.github.isostress.link.Interruption;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.link.LinkNotOpened;
import io.github.isostress.message.MessageTemplate;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.Interruptible;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;
import org.apache.jorphan.util.JMeterStopTestException;
import org.apache.jorphan.util.JMeterStopTestNowException;
import org.apache.jorphan.util.JMeterStopThreadException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sampler "ISO 8583 Request": builds a request from its template, sends it over the thread's connection and reports the
 * answer. A connection that has to be opened first is reported as a sample of its own; if it does not come about, that
 * failed sample is the sampler's result.
 */
public final class Iso8583Request extends AbstractSampler implements Interruptible {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Iso8583Request.class);

    private transient Iso8583Connection connectionInScope;
    private final transient Interruption interruption = new Interruption();
    private transient RequestSettings settings;

    @Override
    public Iso8583RequestSchema getSchema() {
        return Iso8583RequestSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583Request, ? extends Iso8583RequestSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    /** Takes the nearest connection in scope, the thread's own clone of it; nothing is merged from other elements. */
    @Override
    public void addTestElement(TestElement element) {
        if (element instanceof Iso8583Connection connection && connectionInScope == null) {
            connectionInScope = connection;
        }
    }

    @Override
    public void clearTestElementChildren() {
        connectionInScope = null;
    }

    @Override
    public boolean applies(ConfigTestElement element) {
        return element instanceof Iso8583Connection;
    }

    @Override
    public SampleResult sample(Entry unused) {
        String label = getName();
        interruption.begin();
        try {
            return sample(label);
        } catch (FailureException e) {
            return SampleResults.ofUnsent(label, e);
        } catch (JMeterStopThreadException | JMeterStopTestException | JMeterStopTestNowException e) {
            throw e;
        } catch (LinkageError e) {
            return SampleResults.ofUnsent(label, MissingJar.failure(e));
        } catch (RuntimeException e) {
            LOG.error("'{}' failed", label, e);
            return SampleResults.ofUnsent(
                    label,
                    new FailureException(Failure.INTERNAL_ERROR, e.getClass().getName(), e));
        } finally {
            interruption.end();
        }
    }

    private SampleResult sample(String label) throws FailureException {
        TestRun.current().check();
        ThreadLinks links = links();
        settings = readSettings(links);
        byte[] request = template(links).fill();
        Outcome outcome;
        try {
            outcome = links.run(settings.exchange(), request, interruption);
        } catch (LinkNotOpened e) {
            return links.origin().sample(e);
        }
        outcome.strays().kept().forEach(stray -> links.origin().happened(new LinkEvent.Strayed(stray)));
        return SampleResults.ofRequest(label, outcome, settings.rules().judge(outcome));
    }

    private ThreadLinks links() throws FailureException {
        if (connectionInScope == null) {
            throw new FailureException(
                    Failure.CONFIG_ERROR, "there is no ISO 8583 Connection in the scope of '" + getName() + "'");
        }
        return connectionInScope.threadLinks();
    }

    private RequestSettings readSettings(ThreadLinks links) throws FailureException {
        try {
            return RequestSettings.read(this, links, settings);
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.CONFIG_ERROR, "'" + getName() + "': " + e.getMessage(), e);
        }
    }

    private MessageTemplate template(ThreadLinks links) throws FailureException {
        String source =
                JMeterExpressions.source(getProperty(getSchema().template.getName()));
        return TestRun.current().template(source, links.packager(), JMeterExpressions.INSTANCE);
    }

    /** Ends a wait for the host from another thread: JMeter's Stop. */
    @Override
    public boolean interrupt() {
        return interruption.raise();
    }
}

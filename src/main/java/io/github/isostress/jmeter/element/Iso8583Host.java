package io.github.isostress.jmeter.element;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.MissingJar;
import io.github.isostress.jmeter.agent.AssignedRun;
import io.github.isostress.jmeter.agent.AssignmentCarrier;
import io.github.isostress.jmeter.run.TestRun;
import io.github.isostress.jmeter.setting.ClosedReferences;
import io.github.isostress.jmeter.setting.HostReader;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.message.masking.ShownText;
import java.util.Optional;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.engine.util.NoConfigMerge;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Config element "ISO 8583 Host": an embedded host that lives as long as the test, and the JMeter property that
 * publishes its port. If it cannot start, every sample of the run says why.
 */
public final class Iso8583Host extends ConfigTestElement implements RunElement, NoConfigMerge {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Iso8583Host.class);

    private final AssignmentCarrier assignment = AssignmentCarrier.INSTANCE;
    private transient RunningHost running;

    @Override
    public Iso8583HostSchema getSchema() {
        return Iso8583HostSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583Host, ? extends Iso8583HostSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    @Override
    public PropertyIterator propertyIterator() {
        return ClosedReferences.visible(super.propertyIterator());
    }

    @Override
    public void begin() {
        try {
            HostReader reader = new HostReader(this);
            if (reader.isStarted()) {
                requireKnownProperties(reader);
                running = RunningHosts.startForTest(getName(), reader.settings(keys(reader)), reader.portProperty());
                running.asPlanHost().ifPresent(CurrentRun.context().planHosts()::add);
            }
        } catch (LinkageError e) {
            refuse(MissingJar.sentence(e));
        } catch (FailureException | RuntimeException e) {
            refuse(e.getMessage());
        }
    }

    /** On an agent a property may be blank here and name a host at the controller. */
    private static void requireKnownProperties(HostReader reader) {
        Optional<String> reason = AssignedRun.whyPropertiesMayBeMissing();
        if (reason.isPresent() && reader.isStartedByExpression()) {
            throw new IllegalArgumentException("an expression starts it, and this agent does not know the properties"
                    + " that are set at its controller, which may name another host; set them by -G, such as"
                    + " -Ghost=... -Gport=..., or write true in place of the expression (" + reason.get() + ")");
        }
    }

    /** The keys in scope; none where nothing needs them, so that keys for others cannot keep the host from starting. */
    private Keys keys(HostReader reader) throws FailureException {
        if (!reader.namesKeys()) {
            return Keys.NONE;
        }
        KeysInScope inScope = new KeysInScope();
        RunningPlan.keysAround(this).forEach(inScope::add);
        return inScope.context(CurrentRun.context()).keys();
    }

    private void refuse(String reason) {
        String sentence = ShownText.of("'" + getName() + "' did not start: " + reason);
        LOG.error(sentence);
        CurrentRun.context().refuse(sentence);
    }

    @Override
    public void testEnded() {
        // Before the host ends: connections sign off from it.
        TestRun.end();
        if (running != null) {
            RunningHosts.stop(running);
            running = null;
        }
    }
}

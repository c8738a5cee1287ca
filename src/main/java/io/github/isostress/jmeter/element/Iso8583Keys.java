package io.github.isostress.jmeter.element;

import io.github.isostress.crypto.key.CheckedKey;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.agent.AssignmentCarrier;
import io.github.isostress.jmeter.setting.ClosedReferences;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.jmeter.setting.KeysReader;
import io.github.isostress.jmeter.setting.PropertyReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;

/**
 * Config element "ISO 8583 Keys": the keys of the samplers in its scope. JMeter hands a sampler each thread's own copy of
 * every such element, the nearest first; of one name the nearest key wins. Samplers of other kinds get none of it.
 */
public final class Iso8583Keys extends ConfigTestElement implements RunElement {
    private static final long serialVersionUID = 1L;

    private final AssignmentCarrier assignment = AssignmentCarrier.INSTANCE;

    /** Null until it is needed; on an agent, the element comes without it. */
    private transient KeysReader reader;

    @Override
    public Iso8583KeysSchema getSchema() {
        return Iso8583KeysSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583Keys, ? extends Iso8583KeysSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    @Override
    public PropertyIterator propertyIterator() {
        return UnmergedProperties.areAsked()
                ? new UnmergedProperties()
                : ClosedReferences.visible(super.propertyIterator());
    }

    /**
     * These keys, and of those farther away the ones whose names are not among these.
     *
     * @throws FailureException {@link Failure#CONFIG_ERROR} with one sentence that names the element and shows no digit
     *     of a key
     */
    Keys over(Keys outer, RunContext run) throws FailureException {
        try {
            return reader().read(run, outer);
        } catch (IllegalArgumentException e) {
            throw refusal(e);
        }
    }

    private KeysReader reader() {
        reader = reader == null ? new KeysReader(this) : reader;
        return reader;
    }

    /**
     * What each line gives, for an editor.
     *
     * @param outer the keys of the elements farther away
     * @throws IllegalArgumentException with one clear sentence if something beyond the lines cannot be used
     */
    public List<CheckedKey> check(Keys outer) {
        return reader().check(outer);
    }

    /**
     * The file that keeps the counters; empty if the property is blank.
     *
     * @throws FailureException {@link Failure#CONFIG_ERROR} if the property has no value
     */
    Optional<Path> counterFile() throws FailureException {
        try {
            return Optional.ofNullable(new PropertyReader(this).file(Iso8583KeysSchema.INSTANCE.counterFile));
        } catch (IllegalArgumentException e) {
            throw refusal(e);
        }
    }

    private FailureException refusal(IllegalArgumentException e) {
        return new FailureException(Failure.CONFIG_ERROR, "'" + getName() + "': " + e.getMessage(), e);
    }
}

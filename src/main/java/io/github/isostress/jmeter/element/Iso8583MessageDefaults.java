package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.setting.ClosedReferences;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import org.apache.jmeter.config.ConfigTestElement;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.schema.PropertiesAccessor;

/**
 * Config element "ISO 8583 Message Defaults": template lines that the ISO 8583 Requests in its scope inherit. JMeter
 * hands a request each thread's own copy of every such element, the nearest first.
 */
public final class Iso8583MessageDefaults extends ConfigTestElement {
    private static final long serialVersionUID = 1L;

    @Override
    public Iso8583MessageDefaultsSchema getSchema() {
        return Iso8583MessageDefaultsSchema.INSTANCE;
    }

    @Override
    public PropertiesAccessor<? extends Iso8583MessageDefaults, ? extends Iso8583MessageDefaultsSchema> getProps() {
        return new PropertiesAccessor<>(this, getSchema());
    }

    @Override
    public PropertyIterator propertyIterator() {
        return ClosedReferences.visible(super.propertyIterator());
    }
}

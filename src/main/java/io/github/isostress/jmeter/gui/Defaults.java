package io.github.isostress.jmeter.gui;

import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.BaseTestElementSchema;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;

/** Shows a new element's defaults in its panel, where a user can see and change them. */
final class Defaults {
    private static final String OWN = "Iso8583";

    private Defaults() {}

    /** Sets each property of our own that has a default to it. */
    static void assign(TestElement element, BaseTestElementSchema schema) {
        for (PropertyDescriptor<?, ?> property : schema.getProperties().values()) {
            Object value = property.getDefaultValue();
            if (property.getName().startsWith(OWN)
                    && value != null
                    && !value.toString().isEmpty()) {
                if (value instanceof Boolean flag) {
                    element.setProperty(property.getName(), flag);
                } else {
                    element.setProperty(property.getName(), value.toString());
                }
            }
        }
    }
}

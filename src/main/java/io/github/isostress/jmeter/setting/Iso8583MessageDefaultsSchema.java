package io.github.isostress.jmeter.setting;

import org.apache.jmeter.config.ConfigTestElementSchema;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@code Iso8583MessageDefaults}. Their names are the JMX format and stay as they are. */
public final class Iso8583MessageDefaultsSchema extends ConfigTestElementSchema {
    /** The only instance. */
    public static final Iso8583MessageDefaultsSchema INSTANCE = new Iso8583MessageDefaultsSchema();

    /** Lines of a template: those that the requests in scope inherit. */
    public final StringPropertyDescriptor<Iso8583MessageDefaultsSchema> lines =
            stringDescriptor("lines", "Iso8583MessageDefaults.lines", "");

    private Iso8583MessageDefaultsSchema() {}
}

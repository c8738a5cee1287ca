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

    /** Formula lines that say what elements of answers must be, for requests in scope that say nothing of it. */
    public final StringPropertyDescriptor<Iso8583MessageDefaultsSchema> verified =
            stringDescriptor("verified", "Iso8583MessageDefaults.verified", "");

    private Iso8583MessageDefaultsSchema() {}
}

package io.github.isostress.jmeter.setting;

import org.apache.jmeter.testelement.TestElementSchema;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@code Iso8583Assertion}. Their names are the JMX format and stay as they are. */
public final class Iso8583AssertionSchema extends TestElementSchema {
    /** The only instance. */
    public static final Iso8583AssertionSchema INSTANCE = new Iso8583AssertionSchema();

    /** Which message to look at: {@code response} or {@code request}. */
    public final StringPropertyDescriptor<Iso8583AssertionSchema> source =
            stringDescriptor("source", "Iso8583Assertion.source", MessageChoice.RESPONSE);

    /** What must hold, one rule a line. */
    public final StringPropertyDescriptor<Iso8583AssertionSchema> rules =
            stringDescriptor("rules", "Iso8583Assertion.rules", "");

    private Iso8583AssertionSchema() {}
}

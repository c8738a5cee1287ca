package io.github.isostress.jmeter.setting;

import org.apache.jmeter.testelement.TestElementSchema;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@code Iso8583FieldExtractor}. Their names are the JMX format and stay as they are. */
public final class Iso8583FieldExtractorSchema extends TestElementSchema {
    /** The only instance. */
    public static final Iso8583FieldExtractorSchema INSTANCE = new Iso8583FieldExtractorSchema();

    /** Which message to read: {@code response} or {@code request}. */
    public final StringPropertyDescriptor<Iso8583FieldExtractorSchema> source =
            stringDescriptor("source", "Iso8583FieldExtractor.source", MessageChoice.RESPONSE);

    /** Elements and the variables they become, one {@code 38=AUTH_ID} a line. */
    public final StringPropertyDescriptor<Iso8583FieldExtractorSchema> variables =
            stringDescriptor("variables", "Iso8583FieldExtractor.variables", "");

    /** What a variable becomes whose element the message does not have. */
    public final StringPropertyDescriptor<Iso8583FieldExtractorSchema> defaultValue =
            stringDescriptor("defaultValue", "Iso8583FieldExtractor.defaultValue", "");

    private Iso8583FieldExtractorSchema() {}
}

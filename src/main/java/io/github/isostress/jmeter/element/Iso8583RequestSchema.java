package io.github.isostress.jmeter.element;

import org.apache.jmeter.testelement.TestElementSchema;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@link Iso8583Request}. Their names are the JMX format and stay as they are. */
public final class Iso8583RequestSchema extends TestElementSchema {
    /** The only instance. */
    public static final Iso8583RequestSchema INSTANCE = new Iso8583RequestSchema();

    /** The template of the request, all its lines. */
    public final StringPropertyDescriptor<Iso8583RequestSchema> template =
            stringDescriptor("template", "Iso8583Request.template", "");

    /** Values of DE 39 that are a success, separated by commas or blanks; {@code *} for any answer. */
    public final StringPropertyDescriptor<Iso8583RequestSchema> successCodes =
            stringDescriptor("successCodes", "Iso8583Request.successCodes", "00");

    /** Elements that must be equal in request and answer, separated by commas or blanks; {@code none} for the MTI alone. */
    public final StringPropertyDescriptor<Iso8583RequestSchema> matchElements =
            stringDescriptor("matchElements", "Iso8583Request.matchElements", "11");

    /** How long the whole answer may take, in milliseconds. */
    public final StringPropertyDescriptor<Iso8583RequestSchema> responseTimeout =
            stringDescriptor("responseTimeout", "Iso8583Request.responseTimeout", "10000");

    private Iso8583RequestSchema() {}
}

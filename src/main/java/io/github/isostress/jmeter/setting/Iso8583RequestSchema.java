package io.github.isostress.jmeter.setting;

import io.github.isostress.judgement.ResponseRules;
import org.apache.jmeter.testelement.TestElementSchema;
import org.apache.jmeter.testelement.schema.BooleanPropertyDescriptor;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@code Iso8583Request}. Their names are the JMX format and stay as they are. */
public final class Iso8583RequestSchema extends TestElementSchema {
    /** The only instance. */
    public static final Iso8583RequestSchema INSTANCE = new Iso8583RequestSchema();

    /** The template of the request, all its lines. */
    public final StringPropertyDescriptor<Iso8583RequestSchema> template =
            stringDescriptor("template", "Iso8583Request.template", "");

    /** Whether the packager must read back a request before it is sent: {@code yes} or {@code no}. */
    public final StringPropertyDescriptor<Iso8583RequestSchema> checkRequests =
            stringDescriptor("checkRequests", "Iso8583Request.checkRequests", "yes");

    /**
     * Values of DE 39 that are a success, separated by commas or blanks, {@code approved} among them; {@code *} for any
     * answer.
     */
    public final StringPropertyDescriptor<Iso8583RequestSchema> successCodes =
            stringDescriptor("successCodes", "Iso8583Request.successCodes", ResponseRules.APPROVED);

    /**
     * Elements that must be equal in request and answer, separated by commas or blanks; {@code none} for the MTI alone.
     */
    public final StringPropertyDescriptor<Iso8583RequestSchema> matchElements =
            stringDescriptor("matchElements", "Iso8583Request.matchElements", "11");

    /** How long the whole answer may take, in milliseconds. */
    public final StringPropertyDescriptor<Iso8583RequestSchema> responseTimeout =
            stringDescriptor("responseTimeout", "Iso8583Request.responseTimeout", "10000");

    /** Elements that the answer must return as they were sent, if it has them; {@code none} for no check. */
    public final StringPropertyDescriptor<Iso8583RequestSchema> returnedElements =
            stringDescriptor("echoElements", "Iso8583Request.echoElements", "2 3 4 7 11 37 41 42 49");

    /**
     * Formula lines that say what elements of the answer must be; blank for what the nearest message defaults say, or
     * nothing.
     */
    public final StringPropertyDescriptor<Iso8583RequestSchema> verified =
            stringDescriptor("verified", "Iso8583Request.verified", "");

    /** What becomes of the connection when no answer came in time: {@code keep} or {@code close}. */
    public final StringPropertyDescriptor<Iso8583RequestSchema> afterTimeout =
            stringDescriptor("afterTimeout", "Iso8583Request.afterTimeout", "keep");

    /** Whether to wait for an answer. */
    public final BooleanPropertyDescriptor<Iso8583RequestSchema> expectAnswer =
            booleanDescriptor("expectAnswer", "Iso8583Request.expectAnswer", true);

    /**
     * Elements of the answer to keep as JMeter variables, in the words of {@link ResponseVariables}; blank for none.
     */
    public final StringPropertyDescriptor<Iso8583RequestSchema> variables =
            stringDescriptor("variables", "Iso8583Request.variables", "");

    /**
     * How much a sample tells of the exchange: {@code when read}, {@code full}, {@code failures only} or {@code raw}.
     */
    public final StringPropertyDescriptor<Iso8583RequestSchema> responseDetail =
            stringDescriptor("responseDetail", "Iso8583Request.responseDetail", "when read");

    private Iso8583RequestSchema() {}
}

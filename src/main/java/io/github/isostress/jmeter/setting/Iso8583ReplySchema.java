package io.github.isostress.jmeter.setting;

import org.apache.jmeter.testelement.TestElementSchema;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** The properties of {@code Iso8583Reply}. Their names are the JMX format and stay as they are. */
public final class Iso8583ReplySchema extends TestElementSchema {
    /** The only instance. */
    public static final Iso8583ReplySchema INSTANCE = new Iso8583ReplySchema();

    /** Lines of the answer; without an MTI it has the one that answers the request's. */
    public final StringPropertyDescriptor<Iso8583ReplySchema> template =
            stringDescriptor("template", "Iso8583Reply.template", "");

    /** Which part of the work the sampler does: the words of {@link ReplyAction}. */
    public final StringPropertyDescriptor<Iso8583ReplySchema> action =
            stringDescriptor("action", "Iso8583Reply.action", "take and answer");

    /** What becomes of the request's elements that the template does not name: {@code echo} or {@code leave out}. */
    public final StringPropertyDescriptor<Iso8583ReplySchema> otherElements =
            stringDescriptor("otherElements", "Iso8583Reply.otherElements", "echo");

    /** How long to wait for a request, in milliseconds. */
    public final StringPropertyDescriptor<Iso8583ReplySchema> requestTimeout =
            stringDescriptor("requestTimeout", "Iso8583Reply.requestTimeout", "1000");

    /** What becomes of a sample in which no request came in time: {@code no sample} or {@code failed sample}. */
    public final StringPropertyDescriptor<Iso8583ReplySchema> whenNoRequest =
            stringDescriptor("whenNoRequest", "Iso8583Reply.whenNoRequest", "no sample");

    /** The element by which requests are joined that the same test has sent: {@code 37}, {@code 11} or {@code none}. */
    public final StringPropertyDescriptor<Iso8583ReplySchema> joinBy =
            stringDescriptor("joinBy", "Iso8583Reply.joinBy", "37");

    /**
     * Elements of the request to keep as JMeter variables, in the words of {@link ResponseVariables}; blank for none.
     */
    public final StringPropertyDescriptor<Iso8583ReplySchema> variables =
            stringDescriptor("variables", "Iso8583Reply.variables", "");

    /**
     * How much a sample tells of the exchange: {@code when read}, {@code full}, {@code failures only} or {@code raw}.
     */
    public final StringPropertyDescriptor<Iso8583ReplySchema> responseDetail =
            stringDescriptor("responseDetail", "Iso8583Reply.responseDetail", "when read");

    private Iso8583ReplySchema() {}
}

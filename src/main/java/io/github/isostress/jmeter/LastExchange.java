package io.github.isostress.jmeter;

import io.github.isostress.message.decode.DecodedMessage;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * The messages of a thread's last ISO 8583 sample, which its variables hold for elements and scripts that come after
 * the sampler. Immutable; the variables, like all of JMeter's, belong to their thread.
 *
 * @param request the request as its packager reads it, or null if none was sent or messages are raw
 * @param response the answer as its packager reads it, or null if none came or messages are raw
 */
public record LastExchange(DecodedMessage request, DecodedMessage response) {
    /** The variable that holds the request as an {@code org.jpos.iso.ISOMsg}; not there if there is none. */
    public static final String REQUEST = "iso8583.request";
    /** The variable that holds the answer as an {@code org.jpos.iso.ISOMsg}; not there if there is none. */
    public static final String RESPONSE = "iso8583.response";
    /** The variable that holds the exchange itself. */
    public static final String EXCHANGE = "iso8583.exchange";

    private static final LastExchange NOTHING = new LastExchange(null, null);

    /**
     * Puts an exchange into a thread's variables, in place of the one before. Scripts are to read the messages only.
     *
     * @param request as its packager reads it, or null
     * @param response as its packager reads it, or null
     */
    public static void keep(JMeterVariables variables, DecodedMessage request, DecodedMessage response) {
        variables.putObject(EXCHANGE, new LastExchange(request, response));
        keep(variables, REQUEST, request);
        keep(variables, RESPONSE, response);
    }

    private static void keep(JMeterVariables variables, String name, DecodedMessage message) {
        if (message == null) {
            variables.remove(name);
        } else {
            variables.putObject(name, message.fields());
        }
    }

    /** The exchange that a thread's variables hold; one of no messages if there was none. */
    public static LastExchange of(JMeterVariables variables) {
        return variables.getObject(EXCHANGE) instanceof LastExchange exchange ? exchange : NOTHING;
    }

    /** Which messages there are; no value of theirs, since debug elements print variables. */
    @Override
    public String toString() {
        return "request: " + words(request) + "; response: " + words(response);
    }

    private static String words(DecodedMessage message) {
        return message == null ? "none" : message.toString();
    }
}

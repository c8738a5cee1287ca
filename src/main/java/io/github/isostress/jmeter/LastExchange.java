package io.github.isostress.jmeter;

import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.MessageBytes;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * The messages of a thread's last ISO 8583 sample. The thread's variables hold them for elements and scripts after the
 * sampler. Immutable.
 *
 * @param request as its packager reads it; null if no request was sent or messages are raw
 * @param response as its packager reads it; null if no answer came or messages are raw
 * @param unreadRequest the request's bytes where no packager has read it; else null
 * @param unreadResponse the answer's bytes where no packager has read the request; else null
 */
public record LastExchange(
        DecodedMessage request, DecodedMessage response, MessageBytes unreadRequest, MessageBytes unreadResponse) {
    /** The variable that holds the request as an {@code org.jpos.iso.ISOMsg}; absent without a request. */
    public static final String REQUEST = "iso8583.request";
    /** The variable that holds the answer as an {@code org.jpos.iso.ISOMsg}; absent without an answer. */
    public static final String RESPONSE = "iso8583.response";
    /** The variable that holds this record. */
    public static final String EXCHANGE = "iso8583.exchange";
    /** Nothing was sent, and nothing came. */
    public static final LastExchange NOTHING = new LastExchange(null, null);

    /** Of messages that a packager has read; either may be null. */
    public LastExchange(DecodedMessage request, DecodedMessage response) {
        this(request, response, null, null);
    }

    /** Of messages that no packager has read; either may be null. */
    public static LastExchange unread(MessageBytes request, MessageBytes response) {
        return new LastExchange(null, null, request, response);
    }

    /**
     * Puts the exchange into a thread's variables, in place of the one before. Scripts read the messages and must not
     * change them.
     */
    public void keep(JMeterVariables variables) {
        variables.putObject(EXCHANGE, this);
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

    /** The exchange that a thread's variables hold; one without messages if they hold none. */
    public static LastExchange of(JMeterVariables variables) {
        return variables.getObject(EXCHANGE) instanceof LastExchange exchange ? exchange : NOTHING;
    }

    /** Which messages there are. Shows no value, since debug elements print variables. */
    @Override
    public String toString() {
        return "request: " + words(request, unreadRequest) + "; response: " + words(response, unreadResponse);
    }

    private static String words(DecodedMessage message, MessageBytes unread) {
        if (message != null) {
            return message.toString();
        }
        return unread == null ? "none" : unread.toString();
    }
}

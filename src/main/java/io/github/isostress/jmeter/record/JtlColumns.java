package io.github.isostress.jmeter.record;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * What one sample has in the columns that the plugin adds to a JTL. The values are variables of the sample's thread
 * while its listeners hear of it; JMeter's property {@code sample_variables} makes columns of them. A variable is empty
 * if the sample has no such value. Immutable.
 *
 * <p>To add a column, name it here, list it in {@link #ALL} and, if it holds a time, in {@link #TIMES}, and set it in
 * {@link #put}. Tests then demand it in {@code bin/user.properties}, in {@code samples.md}, in the help and, as
 * {@code variable.} and its name, among the labels of the editor, which offers it behind <code>${</code>.
 *
 * @param kind the column {@link #KIND}
 * @param connection the column {@link #CONNECTION}
 * @param mti the column {@link #MTI}
 * @param processingCode the column {@link #PROCESSING_CODE}
 * @param times those that the sample has
 */
public record JtlColumns(String kind, String connection, String mti, String processingCode, SampleTimes times) {
    /** Microseconds from before the first byte was written to the last byte of the answer, or to what came instead. */
    public static final String ROUND_TRIP = "iso_rtt_us";
    /**
     * Microseconds of opening a connection: TCP connect and TLS handshake, or the wait for a host that connects to us.
     */
    public static final String CONNECT = "iso_connect_us";
    /** Microseconds of the TLS handshake among those of {@link #CONNECT}. */
    public static final String TLS = "iso_tls_us";
    /** Microseconds from the intended start to the last byte of the answer. */
    public static final String RESPONSE = "iso_response_us";
    /** Microseconds from the intended start to before the first byte was written. */
    public static final String LAG = "iso_lag_us";
    /** Microseconds from the last byte of a request of the other end to when a thread took it. */
    public static final String QUEUE = "iso_queue_us";
    /** Microseconds from the last byte of a request at our issuer to before the first byte of its answer was written. */
    public static final String ISSUER = "iso_issuer_us";
    /** Microseconds of the round trip that were not spent at our issuer: the tested system's own, there and back. */
    public static final String BETWEEN = "iso_between_us";
    /** What the sample stands for: {@link #REQUEST}, or the words of a {@link SampleKind}. */
    public static final String KIND = "iso_kind";
    /** The name of the sample's connection in the plan. */
    public static final String CONNECTION = "iso_connection";
    /** The message type indicator of the request. */
    public static final String MTI = "iso_mti";
    /** DE 3 of the request: what kind of transaction it is. */
    public static final String PROCESSING_CODE = "iso_processing_code";

    /** The columns that hold a time. */
    public static final List<String> TIMES = List.of(ROUND_TRIP, CONNECT, TLS, RESPONSE, LAG, QUEUE, ISSUER, BETWEEN);

    /** Every column. */
    public static final List<String> ALL = List.of(
            ROUND_TRIP, CONNECT, TLS, RESPONSE, LAG, QUEUE, ISSUER, BETWEEN, KIND, CONNECTION, MTI, PROCESSING_CODE);

    /** The kind of a request's sample. */
    public static final String REQUEST = "request";

    /** The kind of a reply's sample. */
    public static final String REPLY = "reply";

    private static final ElementPath DE_3 = new ElementPath(3, List.of());

    /** DE 3 has six digits; longer values, of a packager that means something else by it, are not written down. */
    private static final int LONGEST_PROCESSING_CODE = 6;

    /** A request that was not sent. */
    public static final JtlColumns NOT_SENT = withoutMessage(REQUEST, "", SampleTimes.NONE);

    /** A reply that had nothing to answer, or could not. */
    public static final JtlColumns REPLY_NOT_SENT = withoutMessage(REPLY, "", SampleTimes.NONE);

    /**
     * A request's columns.
     *
     * @param connection the name of its connection
     * @param intendedNanos when it was meant to begin; empty if no timer has set it
     * @param issuerNanos how long our own issuer had it; empty if it did not pass there
     */
    public static JtlColumns ofRequest(
            String connection, Outcome outcome, OptionalLong intendedNanos, OptionalLong issuerNanos) {
        return ofMessage(REQUEST, connection, outcome, SampleTimes.ofRequest(outcome, intendedNanos, issuerNanos));
    }

    /**
     * A reply's columns.
     *
     * @param connection the name of its connection
     * @param outcome from the request's last byte to the answer's
     * @param queueNanos how long the request waited for a thread
     */
    public static JtlColumns ofReply(String connection, Outcome outcome, long queueNanos) {
        return ofMessage(REPLY, connection, outcome, SampleTimes.ofReply(outcome, queueNanos));
    }

    private static JtlColumns ofMessage(String kind, String connection, Outcome outcome, SampleTimes times) {
        DecodedMessage request = outcome.request();
        return request == null
                ? withoutMessage(kind, connection, times)
                : new JtlColumns(kind, connection, request.mti(), processingCode(request), times);
    }

    private static String processingCode(DecodedMessage request) {
        String code = request.value(DE_3).orElse("");
        return code.length() <= LONGEST_PROCESSING_CODE && StringUtils.isAlphanumeric(code) ? code : "";
    }

    /**
     * The columns of a link event that becomes a sample.
     *
     * @param connection the name of the connection to which it happened
     */
    public static JtlColumns of(LinkEvent event, String connection) {
        SampleKind kind = SampleKind.of(event).orElseThrow();
        if (event instanceof LinkEvent.SessionMessageSent sent) {
            return ofMessage(
                    kind.words(),
                    connection,
                    sent.outcome(),
                    SampleTimes.ofRequest(sent.outcome(), OptionalLong.empty(), OptionalLong.empty()));
        }
        SampleTimes times = kind.opensConnection() ? SampleTimes.ofOpening(event) : SampleTimes.NONE;
        return withoutMessage(kind.words(), connection, times);
    }

    private static JtlColumns withoutMessage(String kind, String connection, SampleTimes times) {
        return new JtlColumns(kind, connection, "", "", times);
    }

    /** Sets every column's variable, in place of the sample before. */
    public void put(JMeterVariables variables) {
        times.put(variables);
        variables.put(KIND, kind);
        variables.put(CONNECTION, connection);
        variables.put(MTI, mti);
        variables.put(PROCESSING_CODE, processingCode);
    }
}

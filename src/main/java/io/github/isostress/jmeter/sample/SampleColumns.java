package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.jmeter.JtlColumns;
import io.github.isostress.jmeter.SampleKind;
import io.github.isostress.link.LinkEvent;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * What a sample has in the {@link JtlColumns}: variables of its thread while its listeners hear of it. Immutable.
 *
 * @param kind what the sample stands for
 * @param rttNanos from before the first byte was written to the last byte of the answer, or to what came instead
 * @param connectNanos of opening a connection: TCP connect and TLS handshake
 * @param lagNanos how much later than intended the first byte was written
 */
public record SampleColumns(String kind, long rttNanos, long connectNanos, long lagNanos) {
    /** Where there is no such time. */
    private static final long NO_TIME = -1;

    /** Those of a request that was not sent. */
    public static final SampleColumns NOT_SENT = withoutTimes(JtlColumns.REQUEST);

    /** Those of a request; its times are none if it was not sent. What it was meant to begin at may be empty. */
    public static SampleColumns ofRequest(Outcome outcome, OptionalLong intendedNanos) {
        return ofMessage(JtlColumns.REQUEST, outcome, intendedNanos);
    }

    private static SampleColumns ofMessage(String kind, Outcome outcome, OptionalLong intendedNanos) {
        if (!outcome.wasSent()) {
            return withoutTimes(kind);
        }
        long start = outcome.startNanos();
        return new SampleColumns(
                kind,
                outcome.endNanos() - start,
                NO_TIME,
                intendedNanos.isPresent() ? Math.max(0, start - intendedNanos.getAsLong()) : NO_TIME);
    }

    /** Those of a link event that becomes a sample. */
    static SampleColumns of(LinkEvent event) {
        SampleKind kind = SampleKind.of(event).orElseThrow();
        if (kind == SampleKind.CONNECT) {
            return new SampleColumns(kind.words(), NO_TIME, event.endNanos() - event.startNanos(), NO_TIME);
        }
        return event instanceof LinkEvent.SessionMessageSent sent
                ? ofMessage(kind.words(), sent.outcome(), OptionalLong.empty())
                : withoutTimes(kind.words());
    }

    private static SampleColumns withoutTimes(String kind) {
        return new SampleColumns(kind, NO_TIME, NO_TIME, NO_TIME);
    }

    /** Puts them in place of those of the sample before. */
    public void keep(JMeterVariables variables) {
        variables.put(JtlColumns.ROUND_TRIP, micros(rttNanos));
        variables.put(JtlColumns.CONNECT, micros(connectNanos));
        variables.put(JtlColumns.RESPONSE, lagNanos == NO_TIME ? "" : micros(lagNanos + rttNanos));
        variables.put(JtlColumns.LAG, micros(lagNanos));
        variables.put(JtlColumns.KIND, kind);
    }

    private static String micros(long nanos) {
        return nanos == NO_TIME ? "" : Long.toString(TimeUnit.NANOSECONDS.toMicros(nanos + 500));
    }
}

package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.ResponseRules;
import io.github.isostress.exchange.Verdict;
import io.github.isostress.failure.FailureException;
import io.github.isostress.wire.ConnectionFacts;
import io.github.isostress.wire.ConnectionSettings;
import io.github.isostress.wire.HostConnection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.samplers.SampleResult;

/**
 * Turns what happened into plain JMeter samples: the only class that knows how a SampleResult is filled. Times are
 * whole milliseconds, rounded from nanoseconds.
 */
final class SampleResults {
    private static final String CONNECTED = "CONNECTED";

    private SampleResults() {}

    /** The sample of a request that was sent. */
    static SampleResult ofRequest(String label, Outcome outcome, Verdict verdict) {
        SampleResult result = timed(label, outcome.startNanos(), outcome.endNanos());
        judged(result, verdict);
        long firstByte = outcome.firstByteNanos() == 0 ? outcome.endNanos() : outcome.firstByteNanos();
        result.setLatency(millis(firstByte - outcome.startNanos()));
        result.setSentBytes(outcome.sentBytes());
        received(
                result,
                outcome.receivedBytes(),
                outcome.response() == null ? 0 : outcome.response().messageLength());
        String request = ExchangeText.request(outcome);
        text(result, request, ExchangeText.response(outcome, verdict) + "\n" + request);
        return result;
    }

    /** The sample of a request that could not be sent. */
    static SampleResult ofUnsent(String label, FailureException failure) {
        long now = System.nanoTime();
        SampleResult result = timed(label, now, now);
        Verdict verdict = ResponseRules.failed(failure);
        judged(result, verdict);
        text(result, "", ExchangeText.failure(verdict));
        return result;
    }

    /** The sample of a connection that was opened. */
    static SampleResult ofConnect(
            String label, ConnectionSettings settings, HostConnection connection, long startNanos) {
        SampleResult result = timed(label, startNanos, System.nanoTime());
        result.setSuccessful(true);
        result.setResponseCode(CONNECTED);
        result.setResponseMessage("The connection was established");
        text(
                result,
                ExchangeText.connection(settings),
                String.join("\n", ConnectionFacts.of(connection.socket())) + "\n");
        result.setConnectTime(result.getTime());
        return result;
    }

    /** The sample of a connection that did not come about. */
    static SampleResult ofFailedConnect(
            String label, ConnectionSettings settings, FailureException failure, long startNanos) {
        SampleResult result = timed(label, startNanos, System.nanoTime());
        Verdict verdict = ResponseRules.failed(failure);
        judged(result, verdict);
        String attempt = ExchangeText.connection(settings);
        text(result, attempt, ExchangeText.failure(verdict) + attempt);
        result.setConnectTime(result.getTime());
        return result;
    }

    private static SampleResult timed(String label, long startNanos, long endNanos) {
        SampleResult result = new SampleResult();
        result.setSampleLabel(label);
        received(result, 0, 0);
        long elapsed = millis(endNanos - startNanos);
        long end = System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - endNanos);
        result.setStampAndTime(result.isStampedAtStart() ? end - elapsed : end, elapsed);
        result.setLatency(elapsed);
        return result;
    }

    private static long millis(long nanos) {
        return (nanos + 500_000) / 1_000_000;
    }

    private static void judged(SampleResult result, Verdict verdict) {
        result.setSuccessful(verdict.successful());
        result.setResponseCode(verdict.code());
        result.setResponseMessage(verdict.message());
    }

    /**
     * Sets the bytes that came: the answer's message as body, all else as headers. JMeter takes a body size of 0 for
     * the length of the response data, which here is text about the bytes, so without a message the body is -1 and the
     * headers make up for it.
     */
    private static void received(SampleResult result, long bytes, int messageLength) {
        long body = messageLength == 0 ? -1 : messageLength;
        result.setBodySize(body);
        result.setHeadersSize((int) (bytes - body));
    }

    private static void text(SampleResult result, String request, String response) {
        result.setSamplerData(request);
        result.setResponseData(response, StandardCharsets.UTF_8.name());
        result.setDataType(SampleResult.TEXT);
        result.setContentType("text/plain");
    }
}

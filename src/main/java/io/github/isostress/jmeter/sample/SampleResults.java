package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.exchange.Verdict;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.jmeter.RunFailures;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.message.describe.MessageWords;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.jmeter.samplers.SampleResult;

/**
 * Turns what happened into plain JMeter samples: the only class that knows how a SampleResult is filled. Times are
 * whole milliseconds, rounded from nanoseconds. Thread-safe.
 */
public final class SampleResults {
    private static final String CONNECTED = "CONNECTED";
    private static final String RESUMED = "RESUMED";
    private static final String ANSWERED = "ANSWERED";
    private static final String LEFT_OVER = "LEFT_OVER";
    private static final String WAITED = "WAITED";

    private final RunFailures failures;

    /** For the samples of a run, which notes their verdicts here. */
    public SampleResults(RunFailures failures) {
        this.failures = failures;
    }

    /** The sample of a request that was sent. */
    public SampleResult ofRequest(
            String label, Outcome outcome, Verdict verdict, ResponseDetail detail, MessageWords words) {
        SampleResult result = timed(label, outcome.startNanos(), outcome.endNanos());
        judged(result, verdict);
        long firstByte = outcome.firstByteNanos() == 0 ? outcome.endNanos() : outcome.firstByteNanos();
        result.setLatency(millis(firstByte - outcome.startNanos()));
        result.setSentBytes(outcome.sentBytes());
        received(
                result,
                outcome.receivedBytes(),
                outcome.response() == null ? 0 : outcome.response().messageLength());
        tell(result, () -> detail.of(words, outcome, verdict), () -> ExchangeWriter.withoutWords(words, outcome));
        return result;
    }

    /** The sample of a request that could not be sent. */
    public SampleResult ofUnsent(String label, FailureReport failure) {
        long now = System.nanoTime();
        SampleResult result = timed(label, now, now);
        Verdict verdict = Verdict.failed(failure);
        judged(result, verdict);
        text(result, "", ExchangeWriter.failure(verdict));
        return result;
    }

    /** The sample of a connection that was opened. */
    SampleResult ofConnect(String label, LinkEvent.Connected event) {
        SampleResult result = timed(label, event.startNanos(), event.endNanos());
        result.setSuccessful(true);
        boolean resumed = event.connection().isResumed();
        result.setResponseCode(resumed ? RESUMED : CONNECTED);
        result.setResponseMessage(
                resumed
                        ? "The connection was established and its TLS session resumed"
                        : "The connection was established");
        text(result, ConnectionWriter.attempt(event.settings()), ConnectionWriter.established(event));
        result.setConnectTime(result.getTime());
        return result;
    }

    /** The sample of a connection that did not come about. */
    SampleResult ofFailedConnect(String label, LinkEvent.NotConnected event) {
        SampleResult result = timed(label, event.startNanos(), event.endNanos());
        Verdict verdict = Verdict.failed(event.failure());
        String attempt = ConnectionWriter.attempt(event.settings());
        judged(result, verdict, attempt.strip() + ": ");
        text(result, attempt, ExchangeWriter.failure(verdict) + attempt + event.reason() + "\n");
        result.setConnectTime(result.getTime());
        return result;
    }

    /** The sample of a message that nobody had asked for, or not any more. */
    SampleResult ofUnmatched(String label, UnmatchedFrame unmatched, MessageWords words) {
        SampleResult result = timed(label, unmatched.startNanos(), unmatched.endNanos());
        judged(
                result,
                unmatched.failure() == null
                        ? new Verdict(true, ANSWERED, "The host's own request was answered", "")
                        : Verdict.failed(new FailureReport(unmatched.failure(), unmatched.particulars())));
        received(result, unmatched.frame().bytes().length, unmatched.frame().messageLength());
        result.setSentBytes(unmatched.sentBytes());
        tell(
                result,
                () -> new ExchangeWriter.Pair(
                        UnmatchedFrameWriter.reply(words, unmatched), UnmatchedFrameWriter.received(words, unmatched)),
                () -> new ExchangeWriter.Pair("", UnmatchedFrameWriter.withoutWords(words, unmatched)));
        return result;
    }

    /** The sample of what had come on a connection, and gone, when it was closed and nothing else told of it. */
    SampleResult ofLeftOver(String label, LinkEvent.LeftOver event, MessageWords words) {
        SampleResult result = timed(label, event.atNanos(), event.atNanos());
        judged(result, new Verdict(true, LEFT_OVER, "What came was nothing that anybody waited for", ""));
        received(result, event.remainder().receivedBytes(), 0);
        result.setSentBytes(event.remainder().sentBytes());
        tell(
                result,
                () -> new ExchangeWriter.Pair("", ExchangeWriter.leftOver(words, event.remainder())),
                () -> ExchangeWriter.Pair.EMPTY);
        return result;
    }

    /** The sample of the wait for a pool's connection. */
    SampleResult ofWait(String label, LinkEvent.Waited event) {
        SampleResult result = timed(label, event.startNanos(), event.endNanos());
        judged(
                result,
                event.failure() == null
                        ? new Verdict(true, WAITED, "A connection of the pool became free", "")
                        : Verdict.failed(event.failure()));
        text(
                result,
                event.pool() + "\n",
                event.failure() == null ? "" : ExchangeWriter.failure(Verdict.failed(event.failure())));
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

    private void judged(SampleResult result, Verdict verdict) {
        judged(result, verdict, "");
    }

    /** With what the run's log is to say in front of the particulars, since it has nothing else of the sample. */
    private void judged(SampleResult result, Verdict verdict, String circumstances) {
        result.setSuccessful(verdict.successful());
        result.setResponseCode(verdict.code());
        result.setResponseMessage(verdict.message());
        failures.judged(result.getSampleLabel(), verdict, circumstances);
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

    /** Bytes that came are told in any case: if not in words, as the bytes they are. */
    private void tell(
            SampleResult result, Supplier<ExchangeWriter.Pair> inWords, Supplier<ExchangeWriter.Pair> withoutWords) {
        ExchangeWriter.Pair told;
        try {
            told = inWords.get();
        } catch (RuntimeException | Error e) {
            Verdict verdict = Verdict.failed(PluginFailure.of(result.getSampleLabel(), e));
            judged(result, verdict);
            ExchangeWriter.Pair bytes = withoutWords.get();
            told = new ExchangeWriter.Pair(bytes.request(), ExchangeWriter.failure(verdict) + "\n" + bytes.response());
        }
        text(result, told.request(), told.response());
    }

    private static void text(SampleResult result, String request, String response) {
        result.setSamplerData(request);
        result.setResponseData(response, StandardCharsets.UTF_8.name());
        result.setDataType(SampleResult.TEXT);
        result.setContentType("text/plain");
    }
}

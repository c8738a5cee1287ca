package io.github.isostress.jmeter.sample;

import io.github.isostress.connect.Direction;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.jmeter.RunFailures;
import io.github.isostress.jmeter.sample.MeasuredTime.What;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.link.LinkEvent;
import io.github.isostress.message.describe.MessageDescriber;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jmeter.samplers.SampleResult;

/**
 * Turns what happened into plain JMeter samples: the only class that knows how a SampleResult is filled. Times are
 * whole milliseconds, rounded from nanoseconds. Thread-safe.
 */
public final class SampleResults {
    private static final String CONNECTED = "CONNECTED";
    private static final String ACCEPTED = "ACCEPTED";
    private static final String RESUMED = "RESUMED";
    private static final String LEFT_OVER = "LEFT_OVER";
    private static final String WAITED = "WAITED";
    private static final long NOTHING = -1;

    private final RunFailures failures;

    /** For the samples of a run, which notes their verdicts here. */
    public SampleResults(RunFailures failures) {
        this.failures = failures;
    }

    /** The sample of a request that was sent. */
    public SampleResult ofRequest(
            String label, Outcome outcome, Verdict verdict, ResponseDetail detail, MessageDescriber describer) {
        SampleResult result = ofExchange(label, outcome, verdict, detail, describer, What.ROUND_TRIP);
        int came = outcome.response() == null ? 0 : outcome.response().messageLength();
        received(result, outcome.receivedBytes(), came);
        return result;
    }

    /**
     * The sample of a request of the other end.
     *
     * @param outcome from the request's last byte to our answer's; its request came, and its response went out
     */
    public SampleResult ofReply(
            String label, Outcome outcome, Verdict verdict, ResponseDetail detail, MessageDescriber describer) {
        SampleResult result = ofExchange(label, outcome, verdict, detail, describer, What.ANSWER);
        int came = outcome.request() == null ? 0 : outcome.request().bytes().length;
        received(result, outcome.receivedBytes(), came);
        return result;
    }

    private SampleResult ofExchange(
            String label,
            Outcome outcome,
            Verdict verdict,
            ResponseDetail detail,
            MessageDescriber describer,
            What measured) {
        SampleResult result = timed(label, outcome.startNanos(), outcome.endNanos());
        judged(result, verdict, "", () -> ExchangeWriter.advice(outcome));
        long firstByte = outcome.firstByteNanos() == 0 ? outcome.endNanos() : outcome.firstByteNanos();
        result.setLatency(millis(firstByte - outcome.startNanos()));
        result.setSentBytes(outcome.sentBytes());
        tell(
                result,
                () -> detail.of(describer, outcome, verdict, measured),
                failure -> ExchangeWriter.withoutWords(describer, outcome, failure));
        return result;
    }

    /** The sample of a request of the other end that was taken and never answered. */
    SampleResult ofUnanswered(String label, LinkEvent.Unanswered event, MessageDescriber describer) {
        FailureReport failure = new FailureReport(
                Failure.NOT_ANSWERED,
                "it was given up " + millis(event.endNanos() - event.startNanos()) + " ms after it had come");
        Outcome outcome = event.request().unanswered(failure);
        return ofReply(label, outcome, Verdict.failed(failure), ResponseDetail.FULL, describer);
    }

    /** The sample of a wait for a request that did not come. */
    public SampleResult ofWaitInVain(String label, long startNanos, FailureReport failure) {
        return failed(timed(label, startNanos, System.nanoTime()), failure);
    }

    /** The sample of a request that could not be sent. */
    public SampleResult ofUnsent(String label, FailureReport failure) {
        long now = System.nanoTime();
        return failed(timed(label, now, now), failure);
    }

    private SampleResult failed(SampleResult result, FailureReport failure) {
        Verdict verdict = Verdict.failed(failure);
        judged(result, verdict);
        text(result, SampleTexts.of(SampleText.EMPTY, SampleText.of(ExchangeWriter.failure(verdict))));
        return result;
    }

    /** The sample of a connection that was opened. */
    SampleResult ofConnect(String label, LinkEvent.Connected event) {
        SampleResult result = timed(label, event.startNanos(), event.endNanos());
        result.setSuccessful(true);
        Verdict verdict = opened(event);
        result.setResponseCode(verdict.code());
        result.setResponseMessage(verdict.message());
        text(result, ConnectionWriter.connected(event));
        result.setConnectTime(result.getTime());
        return result;
    }

    private static Verdict opened(LinkEvent.Connected event) {
        if (event.target().direction() == Direction.HOST_CONNECTS) {
            return new Verdict(true, ACCEPTED, "A client has connected", "");
        }
        return event.connection().isResumed()
                ? new Verdict(true, RESUMED, "The connection was established and its TLS session resumed", "")
                : new Verdict(true, CONNECTED, "The connection was established", "");
    }

    /** The sample of a connection that did not come about. */
    SampleResult ofFailedConnect(String label, LinkEvent.NotConnected event) {
        SampleResult result = timed(label, event.startNanos(), event.endNanos());
        Verdict verdict = Verdict.failed(event.failure());
        judged(result, verdict, ConnectionWriter.attempt(event.target()) + ": ");
        text(result, ConnectionWriter.notConnected(event, verdict));
        result.setConnectTime(result.getTime());
        return result;
    }

    /** The sample of a message that came without a request that waited for it. */
    SampleResult ofUnmatched(String label, UnmatchedFrame frame, MessageDescriber describer) {
        SampleResult result = timed(label, frame.startNanos(), frame.endNanos());
        judged(
                result,
                frame.failure() == null
                        ? ReplyVerdict.ANSWERED
                        : Verdict.failed(new FailureReport(frame.failure(), frame.particulars())));
        received(result, frame.frame().bytes().length, frame.frame().messageLength());
        result.setSentBytes(frame.sentBytes());
        tell(
                result,
                () -> UnmatchedFrameWriter.inWords(describer, frame),
                failure -> UnmatchedFrameWriter.withoutWords(describer, frame, failure));
        return result;
    }

    /** The sample of what had come on a connection, and gone, when it was closed and nothing else told of it. */
    SampleResult ofLeftOver(String label, LinkEvent.LeftOver event, MessageDescriber describer) {
        SampleResult result = timed(label, event.atNanos(), event.atNanos());
        judged(result, new Verdict(true, LEFT_OVER, "Bytes had come that belong to no other sample", ""));
        received(result, event.remainder().receivedBytes(), 0);
        result.setSentBytes(event.remainder().sentBytes());
        tell(
                result,
                () -> ExchangeWriter.leftOver(describer, event.remainder()),
                failure -> SampleTexts.of(SampleText.EMPTY, SampleText.of(ExchangeWriter.failure(failure))));
        return result;
    }

    /** The sample of the wait for a pool's connection. */
    SampleResult ofWait(String label, LinkEvent.Waited event) {
        SampleResult result = timed(label, event.startNanos(), event.endNanos());
        Verdict verdict = event.failure() == null
                ? new Verdict(
                        true,
                        WAITED,
                        event.what() == LinkEvent.Waited.For.POOL
                                ? "A connection of the pool became free"
                                : "A shared connection had room for the request",
                        "")
                : Verdict.failed(event.failure());
        judged(result, verdict);
        text(result, ConnectionWriter.waited(event, verdict));
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
        judged(result, verdict, circumstances, () -> "");
    }

    private void judged(SampleResult result, Verdict verdict, String circumstances, Supplier<String> advice) {
        result.setSuccessful(verdict.successful());
        result.setResponseCode(verdict.code());
        result.setResponseMessage(verdict.message());
        failures.judged(result.getSampleLabel(), verdict, circumstances, advice);
    }

    /**
     * Sets the bytes that came: the message as body, all else as headers; bytes without a message as body. JMeter takes
     * a body size of 0 for the length of the response data, which here is text about the bytes, so where nothing came
     * the body is -1 and the headers make up for it: their sum is what a JTL has.
     */
    private static void received(SampleResult result, long bytes, int messageLength) {
        long body = messageLength > 0 ? messageLength : bytes > 0 ? bytes : NOTHING;
        result.setBodySize(body);
        result.setHeadersSize((int) (bytes - body));
    }

    /** Bytes that came are told in any case: if not in words, as the bytes they are. */
    private void tell(SampleResult result, Supplier<SampleTexts> inWords, Function<Verdict, SampleTexts> withoutWords) {
        SampleTexts texts;
        try {
            texts = inWords.get();
        } catch (RuntimeException | Error e) {
            Verdict verdict = Verdict.failed(PluginFailure.of(result.getSampleLabel(), e));
            judged(result, verdict);
            texts = withoutWords.apply(verdict);
        }
        text(result, texts);
    }

    private static void text(SampleResult result, SampleTexts texts) {
        result.setSamplerData(texts.samplerData());
        result.setResponseData(texts.responseData(), StandardCharsets.UTF_8.name());
        result.setDataType(SampleResult.TEXT);
        result.setContentType("text/plain");
    }
}

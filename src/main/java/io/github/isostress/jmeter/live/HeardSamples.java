package io.github.isostress.jmeter.live;

import io.github.isostress.failure.Failure;
import io.github.isostress.health.Result;
import io.github.isostress.health.live.LiveFigures;
import io.github.isostress.jmeter.record.ConnectionLabels;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.jmeter.record.TransactionSum;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;

/**
 * Counts samples in figures: requests by their own columns, apart from what connections do besides. Where samples have
 * no such columns, a label tells of a connection that was opened, and times are whole milliseconds. Thread-safe; as
 * {@link LiveFigures}, it takes no lock and allocates nothing for a sample that has the columns.
 */
final class HeardSamples {
    private static final Map<String, SampleKind> KINDS =
            Arrays.stream(SampleKind.values()).collect(Collectors.toMap(SampleKind::words, Function.identity()));

    private final LiveFigures figures;
    private final SampleColumns columns;
    private final Optional<AgentFigures> byLabel;
    private final ConnectionLabels labels = new ConnectionLabels();
    /** Whether a request was heard of as part of another sample. */
    private volatile boolean hasMillisecondsOnly;

    /**
     * Counts in these figures.
     *
     * @param byLabel counts requests, too, where agents make them
     */
    HeardSamples(LiveFigures figures, SampleColumns columns, Optional<AgentFigures> byLabel) {
        this.figures = figures;
        this.columns = columns;
        this.byLabel = byLabel;
    }

    LiveFigures figures() {
        return figures;
    }

    /** Whether all round trips are known in microseconds. */
    boolean haveMicroseconds() {
        return columns.haveMicroseconds() && !hasMillisecondsOnly;
    }

    /**
     * Counts a sample; of one that sums up others, which JMeter's transaction controllers make, those that it has inside.
     * Where it has none, they have been heard already.
     */
    void add(SampleEvent event) {
        SampleResult sample = event.getResult();
        if (sample == null || event.isTransactionSampleEvent()) {
            return;
        }
        String kind = columns.kind(event);
        if (isSum(sample)) {
            addParts(sample, JtlColumns.REPLY.equals(kind));
            return;
        }
        SampleKind ofConnection = columns.haveKinds() ? KINDS.get(String.valueOf(kind)) : kindByLabel(sample);
        if (ofConnection != null) {
            if (ofConnection.opensConnection()) {
                kindByLabel(sample);
            }
            addOfConnection(ofConnection, sample);
        } else if (JtlColumns.REPLY.equals(kind)) {
            figures.addReply(result(sample), sample.getResponseCode(), sample.getEndTime());
        } else {
            long roundTrip = columns.roundTripMicros(event);
            boolean isUnsent = roundTrip < 0 && columns.haveMicroseconds();
            addRequest(sample, isUnsent, roundTrip, columns.lagMicros(event));
        }
    }

    private static boolean isSum(SampleResult sample) {
        String message = sample.getResponseMessage();
        return TransactionSum.size(message).isPresent()
                || TransactionSum.isOfNothing(sample.getResponseCode(), message, sample.getDataType())
                || TransactionSum.mayBeCutShort(message, sample.getDataType()) && sample.getSubResults().length > 0;
    }

    /** The columns of the event are those of the last one, so a kind that all may share is all that they tell. */
    private void addParts(SampleResult sum, boolean areReplies) {
        for (SampleResult part : sum.getSubResults()) {
            if (isSum(part)) {
                addParts(part, areReplies);
            } else {
                addPart(part, areReplies);
            }
        }
    }

    private void addPart(SampleResult part, boolean isReply) {
        SampleKind ofConnection = kindByLabel(part);
        if (ofConnection != null) {
            addOfConnection(ofConnection, part);
        } else if (isReply) {
            figures.addReply(result(part), part.getResponseCode(), part.getEndTime());
        } else {
            hasMillisecondsOnly = true;
            addRequest(part, isUnsent(part), SampleColumns.NO_TIME, SampleColumns.NO_TIME);
        }
    }

    /** Where no column tells of its round trip. */
    private static boolean isUnsent(SampleResult part) {
        return part.getSentBytes() == 0
                && Failure.ofCode(part.getResponseCode()).isPresent();
    }

    private void addOfConnection(SampleKind kind, SampleResult sample) {
        boolean opens = kind.opensConnection();
        if (opens && sample.isSuccessful()) {
            figures.addOpened();
        } else if (opens) {
            figures.addNotOpened(sample.getResponseCode());
        } else if (!sample.isSuccessful()) {
            figures.addCode(result(sample), sample.getResponseCode());
        }
    }

    private void addRequest(SampleResult sample, boolean isUnsent, long roundTrip, long lag) {
        Result result = result(sample);
        String code = sample.getResponseCode();
        if (isUnsent && result == Result.FAILED) {
            figures.addNotSent(code);
            byLabel.ifPresent(agents -> agents.addNotSent(sample));
            return;
        }
        long micros = roundTrip < 0 ? TimeUnit.MILLISECONDS.toMicros(sample.getTime()) : roundTrip;
        figures.addRequest(result, code, sample.getEndTime(), micros, lag);
        if (byLabel.isPresent()) {
            byLabel.get().add(sample, result, micros, lag);
        }
        if (result == Result.FAILED
                && Failure.ofCode(code).filter(Failure::isLossOfConnection).isPresent()) {
            figures.addLost();
        }
    }

    /** An answer of the host that is no success is a decline; all else has the code of a {@link Failure}. */
    private static Result result(SampleResult sample) {
        if (sample.isSuccessful()) {
            return Result.SUCCEEDED;
        }
        String code = sample.getResponseCode();
        return code.isEmpty() || Failure.ofCode(code).isPresent() ? Result.FAILED : Result.DECLINED;
    }

    private SampleKind kindByLabel(SampleResult sample) {
        return labels.kindOf(sample.getSampleLabel(), sample.getResponseCode()).orElse(null);
    }
}

package io.github.isostress.jmeter.live;

import io.github.isostress.failure.Failure;
import io.github.isostress.health.Result;
import io.github.isostress.health.live.LiveFigures;
import io.github.isostress.jmeter.record.ConnectionLabels;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.record.SampleKind;
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

    /** Whether round trips are known in microseconds. */
    boolean haveMicroseconds() {
        return columns.haveMicroseconds();
    }

    /** Counts a sample. The sums that JMeter's transaction controllers make of samples are not counted again. */
    void add(SampleEvent event) {
        SampleResult sample = event.getResult();
        if (sample == null || event.isTransactionSampleEvent()) {
            return;
        }
        String kind = columns.kind(event);
        SampleKind ofConnection = columns.haveKinds() ? KINDS.get(String.valueOf(kind)) : kindByLabel(sample);
        if (ofConnection != null) {
            addOfConnection(ofConnection, sample);
        } else if (JtlColumns.REPLY.equals(kind)) {
            figures.addReply(result(sample), sample.getResponseCode(), sample.getEndTime());
        } else {
            addRequest(event, sample);
        }
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

    private void addRequest(SampleEvent event, SampleResult sample) {
        Result result = result(sample);
        String code = sample.getResponseCode();
        long roundTrip = columns.roundTripMicros(event);
        if (roundTrip < 0 && columns.haveMicroseconds() && result == Result.FAILED) {
            figures.addNotSent(code);
            byLabel.ifPresent(agents -> agents.addNotSent(sample));
            return;
        }
        long micros = roundTrip < 0 ? TimeUnit.MILLISECONDS.toMicros(sample.getTime()) : roundTrip;
        long lag = columns.lagMicros(event);
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

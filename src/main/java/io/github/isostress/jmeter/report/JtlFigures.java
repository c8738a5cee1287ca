package io.github.isostress.jmeter.report;

import io.github.isostress.failure.Failure;
import io.github.isostress.health.Allowance;
import io.github.isostress.health.Durations;
import io.github.isostress.health.LabelFigures;
import io.github.isostress.health.Result;
import io.github.isostress.health.gate.GatedRun;
import io.github.isostress.health.record.RecordedFigures;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.jmeter.report.jtl.ConnectionSamples;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import io.github.isostress.jmeter.report.jtl.JtlSample;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts the samples of a JTL. Percentiles come from histograms, right to 3 significant digits, so that memory does not
 * grow with the number of samples. Used by one thread.
 */
final class JtlFigures {
    private static final String RESUMED = "RESUMED";
    private static final int[] PERCENTS = {50, 90, 99};

    /** Labels told apart, each with histograms of 750 KB together. */
    private static final int MOST_LABELS = 64;

    /** Reasons shown for one code. */
    private static final int MOST_REASONS = 5;

    private final ConnectionSamples connectionSamples = new ConnectionSamples();
    private final Map<SampleKind, Integer> byKind = new EnumMap<>(SampleKind.class);
    private final TreeMap<Unsuccessful, Integer> unsuccessful = new TreeMap<>();
    private final FailureReasons reasons;
    private final SummedRequests requests = new SummedRequests();
    private final Allowance labels = new Allowance(MOST_LABELS);
    private final Map<String, SummedRequests> byLabel = new HashMap<>();
    private final IssuerFigures issuer = new IssuerFigures();
    private int unsent;
    private int opened;
    private int resumed;
    private int notOpened;
    private int lost;
    private Optional<RunRecord> record = Optional.empty();

    /** Samples with the same code and message are counted together. */
    private record Unsuccessful(String code, String message) implements Comparable<Unsuccessful> {
        @Override
        public int compareTo(Unsuccessful other) {
            return Comparator.comparing(Unsuccessful::code)
                    .thenComparing(Unsuccessful::message)
                    .compare(this, other);
        }
    }

    /** Counts from zero; these reasons explain failures. */
    JtlFigures(FailureReasons reasons) {
        this.reasons = reasons;
    }

    /** Counts one sample. */
    void add(JtlSample sample) {
        if (!sample.successful()) {
            unsuccessful.merge(new Unsuccessful(sample.code(), sample.message()), 1, Integer::sum);
        }
        Optional<SampleKind> kind = connectionSamples.kindOf(sample);
        if (kind.isPresent()) {
            addOfConnection(kind.get(), sample);
        } else if (sample.isReply()) {
            issuer.addReply(sample);
        } else if (sample.isUnsent()) {
            unsent++;
        } else {
            addSent(sample);
        }
    }

    private void addSent(JtlSample sample) {
        requests.add(sample);
        labels.valueIn(byLabel, sample.label(), LabelFigures.FURTHER_LABELS, SummedRequests::new)
                .add(sample);
        lost += Failure.ofCode(sample.code())
                        .filter(Failure::isLossOfConnection)
                        .isPresent()
                ? 1
                : 0;
        issuer.addRequest(sample);
    }

    private void addOfConnection(SampleKind kind, JtlSample sample) {
        if (kind.opensConnection()) {
            opened += sample.successful() ? 1 : 0;
            resumed += sample.code().equals(RESUMED) ? 1 : 0;
            notOpened += sample.successful() ? 0 : 1;
        } else {
            byKind.merge(kind, 1, Integer::sum);
        }
    }

    /** How many samples succeeded of requests and of replies. */
    long succeeded() {
        return requests.of(Result.SUCCEEDED) + issuer.answered();
    }

    /** The requests of all labels that were sent. */
    SummedRequests requests() {
        return requests;
    }

    /** Whether they may be of the run that has left this record. */
    boolean mayBeOf(RunRecord run) {
        return requests.sent() == 0 || run.mayHaveLeft(requests.firstStartMillis(), requests.lastStartMillis());
    }

    /** Requests of which nothing was sent. */
    int unsent() {
        return unsent;
    }

    /**
     * From now on the times are those that agents have measured, where this record has them of all.
     *
     * @param run what the run knew of itself, if that is there
     */
    void take(Optional<RunRecord> run) {
        record = run;
    }

    private Optional<RecordedFigures> ofAgents() {
        return record.flatMap(RunRecord::figuresOfAllAgents);
    }

    /** The times of all requests. */
    RequestTimes times() {
        return ofAgents().map(RecordedFigures::all).map(RequestTimes::of).orElseGet(() -> RequestTimes.of(requests));
    }

    private RequestTimes times(String label) {
        return ofAgents().stream()
                .flatMap(figures -> figures.requests().stream())
                .filter(samples -> samples.label().equals(label))
                .findFirst()
                .map(RequestTimes::of)
                .orElseGet(() -> RequestTimes.of(byLabel.get(label)));
    }

    /** How late requests were sent, of those that had a schedule. */
    Durations lags() {
        return ofAgents().map(figures -> figures.lag().durations()).orElseGet(requests::lags);
    }

    /** What gates look at. */
    GatedRun inGates() {
        return new GatedRun(
                times().inGates(requests),
                byLabel.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> times(entry.getKey()).inGates(entry.getValue()))),
                lags().count(),
                record.map(RunRecord::due).orElse(0L),
                record.flatMap(RunRecord::verdict));
    }

    /** The figures, a line each. */
    void tell(SummaryText text) {
        text.line(
                "Requests",
                "%,d sent, %,d succeeded, %,d declined, %,d failed%s",
                requests.sent(),
                requests.of(Result.SUCCEEDED),
                requests.of(Result.DECLINED),
                requests.of(Result.FAILED),
                unsent == 0 ? "" : SummaryText.words("; %,d could not be sent", unsent));
        text.line(
                "Connections",
                "%,d opened%s, %,d not opened, %,d lost",
                opened,
                resumed == 0 ? "" : SummaryText.words(" (%,d with a resumed TLS session)", resumed),
                notOpened,
                lost);
        byKind.forEach((kind, count) -> text.line("", "%,d x %s", count, kind.words()));
        unsuccessful.forEach((each, count) -> {
            text.line("", "%,d x %s  %s", count, each.code(), each.message());
            reasons.of(each.code(), each.message())
                    .limit(MOST_REASONS)
                    .forEach(reason -> text.line("", "    %s", reason));
        });
        if (requests.sent() > 0) {
            tellTimes(text);
        }
        issuer.lines(PERCENTS).forEach((name, words) -> text.line(name, "%s", words));
    }

    private void tellTimes(SummaryText text) {
        text.line("Rate", "%.1f requests a second over %.1f s", requests.perSecond(), requests.seconds());
        RequestTimes times = times();
        if (times.inMicros()) {
            text.line("Round trip", "%s", times.roundTrips().inWords(3, PERCENTS));
        } else {
            text.line(
                    "Round trip",
                    "%s (the JTL has whole milliseconds)",
                    times.roundTrips().inWords(0, PERCENTS));
        }
        Durations lags = lags();
        if (lags.count() > 0) {
            text.line("Sent late by", "%s", lags.inWords(3, PERCENTS));
            text.line(
                    "Response", "%s, from the intended start", times.responses().inWords(3, PERCENTS));
        }
    }

    @Override
    public String toString() {
        SummaryText text = new SummaryText();
        tell(text);
        return text.toString();
    }
}

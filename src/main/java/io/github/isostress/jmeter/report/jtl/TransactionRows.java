package io.github.isostress.jmeter.report.jtl;

import io.github.isostress.jmeter.record.ConnectionLabels;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.jmeter.record.TransactionSum;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Takes the sums of Transaction Controllers out of the rows of a JTL, so that each request counts once.
 *
 * <p>With <em>Generate parent sample</em> JMeter writes the sum first and its requests behind it, rows of other threads
 * in between, each with the columns of the last request. So the columns of such rows are left out, but for the kind.
 * Memory is bounded. Used by one thread.
 */
final class TransactionRows {
    private static final int MOST_THREADS = 10_000;

    private final Consumer<JtlSample> listener;
    private final ConnectionLabels labels = new ConnectionLabels();
    private final Map<String, ThreadRows> threads = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ThreadRows> eldest) {
            boolean isOneTooMany = size() > MOST_THREADS;
            if (isOneTooMany) {
                deliverHeld(eldest.getValue());
            }
            return isOneTooMany;
        }
    };
    private final SumPlaces places = new SumPlaces();
    private long sums;
    private long partsWithoutColumns;

    /** For a listener that hears of all other samples. */
    TransactionRows(Consumer<JtlSample> listener) {
        this.listener = listener;
    }

    /** Takes the next row. */
    void take(JtlRow row) {
        ThreadRows thread = threads.computeIfAbsent(row.thread(), name -> new ThreadRows(places));
        OptionalInt size = TransactionSum.size(row.sample().message());
        boolean mayBeSum = size.isPresent() || row.mayBeCutShort();
        if (!mayBeSum && thread.isBetween(row)) {
            deliver(row.sample());
            return;
        }
        boolean isPart = thread.isPart(row);
        boolean isSure = size.isPresent()
                || row.sample().code().isEmpty()
                || isPart && thread.held().isEmpty();
        if (!isPart) {
            deliverHeld(thread);
        } else if (isSure || !mayBeSum) {
            sums += thread.held().size();
            thread.held().clear();
        }
        if (!mayBeSum) {
            thread.saw(row);
            deliver(isPart ? part(row.sample()) : row.sample());
        } else if (isSure) {
            sums++;
            thread.begin(row, size, isPart);
        } else {
            thread.beginUnsure(row);
        }
    }

    private void deliverHeld(ThreadRows thread) {
        thread.held().forEach(this::deliver);
        thread.held().clear();
    }

    private void deliver(JtlSample sample) {
        String kind = sample.kind().orElse("");
        if (kind.equals(SampleKind.CONNECT.words()) || kind.equals(SampleKind.ACCEPT.words())) {
            // So that labels tell later what such a connection does inside a transaction.
            labels.kindOf(sample.label(), sample.code());
        }
        listener.accept(sample);
    }

    private JtlSample part(JtlSample row) {
        boolean hasColumns = row.kind().isPresent()
                || row.roundTripMicros().isPresent()
                || row.lagMicros().isPresent();
        partsWithoutColumns += hasColumns ? 1 : 0;
        return row.asPart(row.kind()
                .map(kind -> labels.kindOf(row.label(), row.code())
                        .map(SampleKind::words)
                        .orElse(SampleKind.ofWords(kind).isPresent() ? JtlColumns.REQUEST : kind)));
    }

    /** To be called after the last row: what its thread has cut short at the very end is told or left out. */
    void end() {
        threads.values().forEach(thread -> {
            thread.endAll();
            if (sums == 0) {
                deliverHeld(thread);
            }
        });
    }

    /** How many rows were of requests whose columns JMeter does not write. */
    long partsWithoutColumns() {
        return places.areMostlyAlone() ? 0 : partsWithoutColumns;
    }

    /** How many sums have no rows of what they sum up; 0 if JMeter was set to write these. */
    long alone() {
        return places.lackingParts();
    }
}

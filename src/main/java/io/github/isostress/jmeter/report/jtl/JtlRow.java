package io.github.isostress.jmeter.report.jtl;

import io.github.isostress.jmeter.record.TransactionSum;
import java.util.Optional;

/**
 * One row of a JTL, with what tells which rows are parts of another. Immutable.
 *
 * @param sample what it tells
 * @param thread the name of the thread; empty where the JTL does not know it
 * @param dataType the type of the response data, where the JTL has such a column
 * @param spanMillis from the first of its parts to the end of the last, in milliseconds: pauses included
 */
record JtlRow(JtlSample sample, String thread, Optional<String> dataType, long spanMillis) {
    /** Whether it may be of a transaction that was cut short, see {@link TransactionSum#mayBeCutShort}. */
    boolean mayBeCutShort() {
        return dataType.isPresent() && TransactionSum.mayBeCutShort(sample.message(), dataType.get());
    }

    /** Whether all columns are equal that JMeter takes from variables. */
    boolean hasColumnsOf(JtlRow other) {
        return sample.times().equals(other.sample.times())
                && sample.issuer().equals(other.sample.issuer())
                && sample.kind().equals(other.sample.kind())
                && sample.tags().equals(other.sample.tags());
    }
}

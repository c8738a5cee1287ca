package io.github.isostress.bench.process;

import java.util.Arrays;

/** Many values of one kind, in their order. */
public final class Distribution {
    private final long[] sorted;

    /** Of these values, which may stand in any order. */
    public Distribution(long[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** Its figures, each named by the kind and what it is; none if there is no value. */
    public CommandLine addTo(CommandLine answer, String kind) {
        if (sorted.length == 0) {
            return answer;
        }
        return answer.with(kind + ".mean", Arrays.stream(sorted).average().orElseThrow())
                .with(kind + ".p50", percentile(50))
                .with(kind + ".p99", percentile(99))
                .with(kind + ".least", sorted[0])
                .with(kind + ".most", sorted[sorted.length - 1]);
    }

    /** Which share of the values lies between these two, both included. */
    public double share(long least, long most) {
        return (double) Arrays.stream(sorted)
                        .filter(value -> value >= least && value <= most)
                        .count()
                / sorted.length;
    }

    private long percentile(int percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[Math.max(rank - 1, 0)];
    }
}

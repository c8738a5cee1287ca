package io.github.isostress.bench;

import io.github.isostress.bench.report.BenchReport;

/** One thing that the bench measures. */
interface Part {
    /** Measures it and tells what was seen. */
    void run(BenchReport report) throws Exception;

    /** Whether it is only measured when it is asked for by its name. */
    default boolean takesLong() {
        return false;
    }
}

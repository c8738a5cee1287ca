package io.github.isostress.health.condition;

import java.util.Optional;

/** How many threads of a machine run or want to. The kernel tells it of one moment, so it is asked often. Used by one thread. */
final class RunQueue implements AutoCloseable {
    private static final int RUNNABLE_OF_ALL = 3;

    private final Optional<ProcFile> load = ProcFile.at("/proc/loadavg");
    private long sum;
    private int times;

    /** Asks once more. */
    void look() {
        load.flatMap(ProcFile::text).ifPresent(text -> {
            // The thread that asks runs, too.
            sum += runnable(text) - 1;
            times++;
        });
    }

    /** Of a line as in "0.20 0.18 0.12 1/80 11206". */
    static long runnable(String line) {
        String word = line.split(" ")[RUNNABLE_OF_ALL];
        return Long.parseLong(word.substring(0, word.indexOf('/')));
    }

    /** The mean since this was asked last; NaN if unknown. */
    double takeMean() {
        double mean = (double) sum / times;
        sum = 0;
        times = 0;
        return mean;
    }

    @Override
    public void close() {
        load.ifPresent(ProcFile::close);
    }
}

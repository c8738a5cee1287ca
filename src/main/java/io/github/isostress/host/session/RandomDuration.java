package io.github.isostress.host.session;

import java.util.SplittableRandom;

/** A duration that may differ each time. Immutable. */
public sealed interface RandomDuration {
    /** Nanoseconds in a millisecond. */
    double MILLI = 1e6;

    /** One duration in nanoseconds. */
    long nanos(SplittableRandom random);

    /** A fixed duration in nanoseconds. */
    record Fixed(long duration) implements RandomDuration {
        @Override
        public long nanos(SplittableRandom random) {
            return duration;
        }
    }

    /** Uniform between two bounds in milliseconds. */
    record Uniform(double leastMillis, double mostMillis) implements RandomDuration {
        @Override
        public long nanos(SplittableRandom random) {
            return (long) (MILLI * (leastMillis + random.nextDouble() * (mostMillis - leastMillis)));
        }
    }

    /**
     * Lognormal, as response times of real hosts are: half of them below the median, with a long tail.
     *
     * @param medianMillis the median in milliseconds
     * @param sigma the standard deviation of the duration's logarithm; with 0.5, 1 in 100 is above 3.2 medians
     * @param mostMillis the bound: longer durations are cut to it
     */
    record Lognormal(double medianMillis, double sigma, double mostMillis) implements RandomDuration {
        @Override
        public long nanos(SplittableRandom random) {
            return (long) (MILLI * Math.min(mostMillis, medianMillis * Math.exp(sigma * random.nextGaussian())));
        }
    }
}

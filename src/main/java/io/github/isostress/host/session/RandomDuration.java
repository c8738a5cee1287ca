package io.github.isostress.host.session;

import java.util.SplittableRandom;

/** A time that may be another each time. Immutable. */
public sealed interface RandomDuration {
    /** Nanoseconds in a millisecond. */
    double MILLI = 1e6;

    /** One time, in nanoseconds. */
    long nanos(SplittableRandom random);

    /** Always the same. */
    record Fixed(long duration) implements RandomDuration {
        @Override
        public long nanos(SplittableRandom random) {
            return duration;
        }
    }

    /** Any time between two, in milliseconds, with equal chances. */
    record Uniform(double leastMillis, double mostMillis) implements RandomDuration {
        @Override
        public long nanos(SplittableRandom random) {
            return (long) (MILLI * (leastMillis + random.nextDouble() * (mostMillis - leastMillis)));
        }
    }

    /**
     * Lognormal, as answer times of real hosts are: half of them below the median, and a long tail.
     *
     * @param medianMillis the median in milliseconds
     * @param sigma the standard deviation of the time's logarithm; 0.5 has 1 in 100 above 3.2 medians
     * @param mostMillis what is longer becomes this
     */
    record Lognormal(double medianMillis, double sigma, double mostMillis) implements RandomDuration {
        @Override
        public long nanos(SplittableRandom random) {
            return (long) (MILLI * Math.min(mostMillis, medianMillis * Math.exp(sigma * random.nextGaussian())));
        }
    }
}

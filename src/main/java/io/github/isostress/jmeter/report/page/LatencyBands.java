package io.github.isostress.jmeter.report.page;

/**
 * Times of one stretch of a run, counted in bands of whole microseconds: 16 to each doubling, so that what is told of
 * them is right to 3 %. Small enough to have one for each second of a run: 2 KB. Used by one thread.
 */
final class LatencyBands {
    /** Bands to each doubling. */
    static final int IN_A_DOUBLING = 16;

    private static final int BITS = 4;
    private static final int BANDS = (Long.SIZE - Long.numberOfLeadingZeros(TimeLine.LONGEST_MICROS)) * IN_A_DOUBLING;

    private int[] counts;
    private long count;
    private long most;

    /** The band that a time is in. */
    static int band(long micros) {
        if (micros < IN_A_DOUBLING) {
            return (int) Math.max(0, micros);
        }
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros);
        int step = (int) (micros >>> exponent - BITS) & IN_A_DOUBLING - 1;
        return (exponent - BITS + 1) * IN_A_DOUBLING + step;
    }

    /** The shortest time of a band, in microseconds. */
    static long least(int band) {
        if (band < IN_A_DOUBLING) {
            return band;
        }
        int exponent = band / IN_A_DOUBLING + BITS - 1;
        return IN_A_DOUBLING + band % IN_A_DOUBLING + 0L << exponent - BITS;
    }

    void add(long micros) {
        if (counts == null) {
            counts = new int[BANDS];
        }
        counts[band(Math.min(micros, TimeLine.LONGEST_MICROS))]++;
        count++;
        most = Math.max(most, micros);
    }

    void add(LatencyBands other) {
        if (other.counts == null) {
            return;
        }
        if (counts == null) {
            counts = new int[BANDS];
        }
        for (int band = 0; band < BANDS; band++) {
            counts[band] += other.counts[band];
        }
        count += other.count;
        most = Math.max(most, other.most);
    }

    long count() {
        return count;
    }

    /** How many times are in these bands, from the first to before the last. */
    long count(int from, int to) {
        long sum = 0;
        for (int band = from; counts != null && band < Math.min(to, BANDS); band++) {
            sum += counts[band];
        }
        return sum;
    }

    /** The time that so many percent of all do not exceed, right to 3 %; the longest one is exact. */
    long micros(double percent) {
        long rank = Math.max(1, (long) Math.ceil(percent / 100 * count));
        if (rank >= count) {
            return most;
        }
        long seen = 0;
        int band = -1;
        while (seen < rank) {
            band++;
            seen += counts[band];
        }
        return Math.min(most, (least(band) + least(band + 1)) / 2);
    }
}

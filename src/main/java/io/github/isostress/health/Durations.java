package io.github.isostress.health;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * Durations of one kind, counted in a histogram of whole microseconds: what it tells is at most 0.1 % more than what
 * was added. A duration of more than an hour counts as an hour, one below zero as zero. Takes 188 KB, however many
 * durations there are; adding one is lock-free and allocates nothing. Thread-safe; figures that are read while others
 * are added may or may not contain these.
 */
public final class Durations {
    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double MICROS_IN_A_MILLISECOND = 1e3;

    private final Histogram histogram = new AtomicHistogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);

    /** Adds a duration, rounded to microseconds. */
    public void addNanos(long nanos) {
        addMicros((nanos + 500) / 1000);
    }

    /** Adds a duration. */
    public void addMicros(long micros) {
        histogram.recordValue(Math.max(0, Math.min(micros, LONGEST_MICROS)));
    }

    /** Adds all durations of another. */
    public void add(Durations other) {
        histogram.add(other.histogram);
    }

    /** A copy of the histogram, of whole microseconds. */
    public Histogram histogram() {
        return histogram.copy();
    }

    /**
     * All of them as a text, from which {@link #decoded} makes them again: HdrHistogram's compressed encoding in Base64.
     * Empty if there are none.
     */
    public String encoded() {
        if (count() == 0) {
            return "";
        }
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        bytes.position(0).limit(length);
        return StandardCharsets.ISO_8859_1
                .decode(Base64.getEncoder().encode(bytes))
                .toString();
    }

    /**
     * The durations that were {@link #encoded}.
     *
     * @throws IllegalArgumentException with one clear sentence if the text is not of such durations
     */
    public static Durations decoded(String encoded) {
        Durations durations = new Durations();
        if (!encoded.isEmpty()) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
                durations.histogram.add(Histogram.decodeFromCompressedByteBuffer(bytes, LONGEST_MICROS));
            } catch (DataFormatException | RuntimeException e) {
                throw new IllegalArgumentException("a histogram cannot be decoded: " + e.getMessage(), e);
            }
        }
        return durations;
    }

    /** How many were added. */
    public long count() {
        return histogram.getTotalCount();
    }

    /**
     * The duration that so many percent of all do not exceed; 0 if there are none.
     *
     * @param percent more than 0, to 100; 100 gives the longest
     */
    public double millis(double percent) {
        return histogram.getValueAtPercentile(percent) / MICROS_IN_A_MILLISECOND;
    }

    /** The mean in microseconds; 0 if there are none. */
    public double meanMicros() {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getMean();
    }

    /**
     * The duration in microseconds that so many percent of all do not exceed; 0 if there are none.
     *
     * @param percent more than 0, to 100; 100 gives the longest
     */
    public long micros(double percent) {
        return histogram.getValueAtPercentile(percent);
    }

    /**
     * These percentiles and the longest, as in "p50 1.250 ms, p99 2.304 ms, max 12.415 ms".
     *
     * @param decimals of the milliseconds, 0 to 3
     */
    public String inWords(int decimals, int... percents) {
        StringBuilder words = new StringBuilder();
        for (int percent : percents) {
            words.append('p')
                    .append(percent)
                    .append(' ')
                    .append(inWords(decimals, millis(percent)))
                    .append(", ");
        }
        return words.append("max ").append(inWords(decimals, millis(100))).toString();
    }

    private static String inWords(int decimals, double millis) {
        return String.format(Locale.ROOT, "%." + decimals + "f ms", millis);
    }
}

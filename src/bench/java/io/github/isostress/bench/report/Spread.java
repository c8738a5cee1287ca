package io.github.isostress.bench.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * What several rounds gave.
 *
 * @param median the middle one; of an even number the mean of the two in the middle
 */
public record Spread(double median, double least, double most) {
    /** The spread of at least one value. */
    public static Spread of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        double median = (sorted[last / 2] + sorted[(last + 1) / 2]) / 2;
        return new Spread(median, sorted[0], sorted[last]);
    }

    /** Median, and least and most behind it, each in that form of {@link String#format}. */
    public String words(String form) {
        return String.format(Locale.ROOT, form + " (" + form + "–" + form + ")", median, least, most);
    }

    /** The median alone. */
    public String medianWords(String form) {
        return String.format(Locale.ROOT, form, median);
    }
}

package io.github.isostress.jmeter.calibration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** How many requests a second were answered in each slice of half a second, in order. Used by one thread. */
final class SliceRates {
    /** How long a slice is. */
    static final double SECONDS = 0.5;

    private static final double GROWTH = 1.05;
    private static final int COMPARED = 2;

    private final List<Double> perSecond = new ArrayList<>();

    /** Adds the next slice. */
    void add(double answeredPerSecond) {
        perSecond.add(answeredPerSecond);
    }

    /**
     * Whether the code still warms up, as far as is known: one of the last two slices is more than 5 % faster than all
     * before them. So a single slow slice, such as one with a garbage collection, ends no warm-up.
     */
    boolean isGrowing() {
        int before = perSecond.size() - COMPARED;
        return before < 1
                || Collections.max(perSecond.subList(before, perSecond.size()))
                        > GROWTH * Collections.max(perSecond.subList(0, before));
    }

    /** The highest rate over two slices in a row; that of the only slice if there is one. */
    double bestSecond() {
        return IntStream.range(1, perSecond.size())
                .mapToDouble(i -> (perSecond.get(i - 1) + perSecond.get(i)) / 2)
                .max()
                .orElseGet(() -> perSecond.get(0));
    }
}

package io.github.isostress.bench;

import io.github.isostress.bench.report.Spread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * The measurements of all rounds.
 *
 * @param <C> who was measured and how
 */
final class Rounds<C> {
    private final Map<C, List<Measurement>> measurements = new HashMap<>();

    void add(C cell, Measurement measurement) {
        measurements.computeIfAbsent(cell, none -> new ArrayList<>()).add(measurement);
    }

    /** Whether there is any measurement. */
    boolean has(C cell) {
        return measurements.containsKey(cell);
    }

    /** One figure of all its measurements. */
    Spread spread(C cell, ToDoubleFunction<Measurement> figure) {
        return Spread.of(
                measurements.get(cell).stream().map(figure::applyAsDouble).toList());
    }

    /** A figure of one as a share of another's in the same round. */
    Spread ratio(C one, C other, ToDoubleFunction<Measurement> figure) {
        return together(one, other, figure, (ours, theirs) -> ours / theirs);
    }

    /** How much more of something one takes than another in the same round. */
    Spread more(C one, C other, ToDoubleFunction<Measurement> figure) {
        return together(one, other, figure, (ours, theirs) -> ours - theirs);
    }

    private Spread together(C one, C other, ToDoubleFunction<Measurement> figure, DoubleBinaryOperator both) {
        List<Measurement> ones = measurements.get(one);
        List<Measurement> others = measurements.get(other);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < ones.size(); i++) {
            values.add(both.applyAsDouble(figure.applyAsDouble(ones.get(i)), figure.applyAsDouble(others.get(i))));
        }
        return Spread.of(values);
    }
}

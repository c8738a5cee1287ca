package io.github.isostress.bench;

import io.github.isostress.bench.report.Spread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The measurements of all rounds. */
final class Rounds {
    /** Who was measured with how many connections. */
    private record Cell(Contender contender, int connections) {}

    private final Map<Cell, List<Measurement>> measurements = new HashMap<>();

    void add(Contender contender, int connections, Measurement measurement) {
        measurements
                .computeIfAbsent(new Cell(contender, connections), cell -> new ArrayList<>())
                .add(measurement);
    }

    /** Whether there is any measurement. */
    boolean has(Contender contender, int connections) {
        return measurements.containsKey(new Cell(contender, connections));
    }

    /** One figure of all its measurements. */
    Spread spread(Contender contender, int connections, ToDoubleFunction<Measurement> figure) {
        return Spread.of(of(contender, connections).stream()
                .map(measurement -> figure.applyAsDouble(measurement))
                .toList());
    }

    /** One's exchanges a second as a share of another's in the same round. */
    Spread ratio(Contender one, int connections, Contender other, int otherConnections) {
        List<Measurement> ones = of(one, connections);
        List<Measurement> others = of(other, otherConnections);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ones.size(); i++) {
            ratios.add(ones.get(i).perSecond() / others.get(i).perSecond());
        }
        return Spread.of(ratios);
    }

    /** How much more client CPU time one takes for an exchange than another in the same round, in microseconds. */
    Spread more(Contender one, Contender other, int connections) {
        List<Measurement> ones = of(one, connections);
        List<Measurement> others = of(other, connections);
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < ones.size(); i++) {
            differences.add(ones.get(i).clientMicros() - others.get(i).clientMicros());
        }
        return Spread.of(differences);
    }

    private List<Measurement> of(Contender contender, int connections) {
        return measurements.get(new Cell(contender, connections));
    }
}

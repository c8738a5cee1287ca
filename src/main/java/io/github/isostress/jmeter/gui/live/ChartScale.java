package io.github.isostress.jmeter.gui.live;

import java.util.ArrayList;
import java.util.List;

/** How high a chart draws a value, and which values it marks. Immutable. */
enum ChartScale {
    /** From zero to a round number; values are counts. */
    LINEAR {
        @Override
        double top(double largest) {
            if (largest < TEN) {
                // Half of it is marked, too, and is a whole number.
                return Math.max(2, 2 * Math.ceil(largest / 2));
            }
            double power = Math.pow(TEN, Math.floor(Math.log10(largest)));
            for (double step : STEPS) {
                if (largest <= step * power) {
                    return step * power;
                }
            }
            return TEN * power;
        }

        @Override
        double height(double value, double top) {
            return Math.max(0, value / top);
        }

        @Override
        List<Double> marks(double top) {
            return List.of(0.0, top / 2, top);
        }

        @Override
        String words(double value) {
            return LiveNumbers.count(value);
        }
    },
    /** In powers of ten, for what differs by powers of ten; values are microseconds. */
    LOGARITHMIC {
        @Override
        double top(double largest) {
            return Math.max(LEAST_MICROS * TEN, Math.pow(TEN, Math.ceil(Math.log10(Math.max(1, largest)))));
        }

        @Override
        double height(double value, double top) {
            double decades = Math.log10(top / LEAST_MICROS);
            return Math.max(0, Math.log10(Math.max(value, LEAST_MICROS) / LEAST_MICROS) / decades);
        }

        @Override
        List<Double> marks(double top) {
            List<Double> marks = new ArrayList<>();
            for (double mark = LEAST_MICROS; mark <= top; mark *= TEN) {
                marks.add(mark);
            }
            return marks;
        }

        @Override
        String words(double value) {
            return LiveNumbers.micros(value);
        }
    };

    private static final int TEN = 10;
    private static final int LEAST_MICROS = 100;
    private static final double[] STEPS = {1, 1.6, 2, 2.4, 3, 4, 5, 6, 8};

    /** The value at the upper edge, where that is the largest there is. */
    abstract double top(double largest);

    /** How high a value is drawn: 0 to 1. */
    abstract double height(double value, double top);

    /** The values that are marked, lowest first. */
    abstract List<Double> marks(double top);

    /** A value in words. */
    abstract String words(double value);
}

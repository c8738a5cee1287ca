package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The figures of a run's stretches as columns, one value for each stretch; null where there is too little to tell. */
final class SlotColumns {
    private static final double MICROS_IN_A_SECOND = TimeUnit.SECONDS.toMicros(1);
    private static final double[] PERCENTS = {50, 99, 99.9, 100};
    private static final double HUNDRED = 100;

    /** A rate is not told of less. */
    private static final double LEAST_SECONDS = 0.2;

    private final List<TimeSlot> slots;
    private final double[] sendingSeconds;
    private final double[] waitingSeconds;

    /**
     * Of these stretches.
     *
     * @param sendingSeconds how much of each requests were sent in
     * @param waitingSeconds how much of each requests were sent or waited for in
     */
    SlotColumns(List<TimeSlot> slots, double[] sendingSeconds, double[] waitingSeconds) {
        this.slots = slots;
        this.sendingSeconds = sendingSeconds;
        this.waitingSeconds = waitingSeconds;
    }

    /**
     * Puts in rates a second, requests under way on average, and the percentiles 50, 99, 99.9 and 100 in microseconds.
     *
     * @param hasSchedule whether it is known when requests were due
     */
    void tell(ObjectNode node, boolean hasSchedule) {
        put(node, "sent", TimeSlot::sent, sendingSeconds);
        put(node, "succeeded", TimeSlot::succeeded, sendingSeconds);
        put(node, "underWay", slot -> slot.underWayMicros() / MICROS_IN_A_SECOND, waitingSeconds);
        putPercentiles(node, "roundTrips", TimeSlot::roundTrips);
        if (hasSchedule) {
            put(node, "due", TimeSlot::due, sendingSeconds);
            putPercentiles(node, "responses", TimeSlot::responses);
            putPercentiles(node, "lags", TimeSlot::lags);
        }
    }

    private void put(ObjectNode node, String name, ToDoubleFunction<TimeSlot> figure, double[] seconds) {
        ArrayNode column = node.putArray(name);
        for (int i = 0; i < seconds.length; i++) {
            if (seconds[i] < LEAST_SECONDS) {
                column.addNull();
            } else {
                column.add(Math.round(figure.applyAsDouble(slots.get(i)) / seconds[i] * HUNDRED) / HUNDRED);
            }
        }
    }

    private void putPercentiles(ObjectNode node, String name, Function<TimeSlot, LatencyBands> times) {
        ArrayNode columns = node.putArray(name);
        for (double percent : PERCENTS) {
            ArrayNode column = columns.addArray();
            for (TimeSlot slot : slots) {
                LatencyBands bands = times.apply(slot);
                if (bands.count() == 0) {
                    column.addNull();
                } else {
                    column.add(bands.micros(percent));
                }
            }
        }
    }
}

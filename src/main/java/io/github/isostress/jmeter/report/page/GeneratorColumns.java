package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.condition.WatchedSecond;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The seconds of a run as the load generator saw itself, as columns: one value for each, null for what is unknown. */
final class GeneratorColumns {
    private static final double MICROS_IN_A_SECOND = TimeUnit.SECONDS.toMicros(1);
    private static final double HUNDRED = 100;

    private final List<WatchedSecond> seconds;
    private final double beganSeconds;

    /**
     * Of those that are not over when the page's time begins.
     *
     * @param beganSeconds when the run began, in the page's time
     */
    GeneratorColumns(List<WatchedSecond> seconds, double beganSeconds) {
        this.seconds = seconds.stream()
                .filter(second -> beganSeconds + second.atSeconds() + second.seconds() > 0)
                .toList();
        this.beganSeconds = beganSeconds;
    }

    /** Puts them in: shares in percent, times in microseconds. */
    void tell(ObjectNode node) {
        put(node, "at", second -> Math.max(0, beganSeconds + second.atSeconds()));
        put(
                node,
                "asked",
                second -> second.intervalMicros() == 0 ? Double.NaN : MICROS_IN_A_SECOND / second.intervalMicros());
        put(node, "latest", second -> second.sent() == 0 ? Double.NaN : second.latestMicros());
        put(node, "unsent", WatchedSecond::unsent);
        put(node, "waiting", WatchedSecond::waiting);
        put(node, "poolWaits", WatchedSecond::poolWaits);
        put(node, "windowWaits", WatchedSecond::windowWaits);
        put(node, "longestPause", WatchedSecond::longestPauseMicros);
        put(node, "collecting", second -> HUNDRED * second.gcMicros() / MICROS_IN_A_SECOND / second.seconds());
        put(node, "processCpu", second -> HUNDRED * second.processCpu());
        put(node, "machineCpu", second -> HUNDRED * second.machineCpu());
        put(node, "steal", second -> HUNDRED * second.steal());
        put(node, "runQueue", WatchedSecond::runQueue);
        put(node, "files", second -> share(second.openFiles(), second.mostFiles()));
        put(node, "ports", second -> share(second.portsTaken(), second.portsInAll()));
        put(node, "heap", second -> HUNDRED * second.heapAfterGc());
        put(node, "listeners", second -> listeners(second));
        put(node, "clockStep", second -> Math.abs(second.clockStepMicros()));
    }

    private static double share(long part, long whole) {
        return part < 0 || whole <= 0 ? Double.NaN : HUNDRED * part / whole;
    }

    /** How much of their time the threads were with listeners. */
    private static double listeners(WatchedSecond second) {
        return second.threads() == 0
                ? Double.NaN
                : HUNDRED * second.listenerMicros() / MICROS_IN_A_SECOND / second.seconds() / second.threads();
    }

    private void put(ObjectNode node, String name, ToDoubleFunction<WatchedSecond> figure) {
        ArrayNode column = node.putArray(name);
        for (WatchedSecond second : seconds) {
            double value = figure.applyAsDouble(second);
            if (Double.isFinite(value)) {
                column.add(Math.round(value * HUNDRED) / HUNDRED);
            } else {
                column.addNull();
            }
        }
    }
}

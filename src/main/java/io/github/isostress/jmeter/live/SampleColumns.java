package io.github.isostress.jmeter.live;

import io.github.isostress.jmeter.record.JtlColumns;
import org.apache.jmeter.samplers.SampleEvent;

/**
 * Where sample events have the columns that the plugin adds to a JTL. JMeter's property {@code sample_variables} says
 * which there are; on a controller its own counts, for it names what agents send. Immutable.
 *
 * @param kind the index of {@link JtlColumns#KIND}; below 0 if there is none, as of the others
 * @param roundTrip the index of {@link JtlColumns#ROUND_TRIP}
 * @param lag the index of {@link JtlColumns#LAG}
 */
record SampleColumns(int kind, int roundTrip, int lag) {
    private static final int MISSING = -1;
    private static final int DECIMAL = 10;
    /** In place of a time that a sample does not have. */
    static final long NO_TIME = -1;

    /** As JMeter has them since the test began. */
    static SampleColumns now() {
        return new SampleColumns(indexOf(JtlColumns.KIND), indexOf(JtlColumns.ROUND_TRIP), indexOf(JtlColumns.LAG));
    }

    private static int indexOf(String name) {
        for (int i = 0; i < SampleEvent.getVarCount(); i++) {
            if (SampleEvent.getVarName(i).equals(name)) {
                return i;
            }
        }
        return MISSING;
    }

    /** Whether round trips come in microseconds; else JMeter's whole milliseconds have to do. */
    boolean haveMicroseconds() {
        return roundTrip != MISSING;
    }

    /** Whether samples say what they stand for. */
    boolean haveKinds() {
        return kind != MISSING;
    }

    /** What the sample stands for; null if it does not say so. */
    String kind(SampleEvent event) {
        return kind == MISSING ? null : event.getVarValue(kind);
    }

    /** Microseconds, or {@link #NO_TIME}. */
    long roundTripMicros(SampleEvent event) {
        return micros(event, roundTrip);
    }

    /** Microseconds, or {@link #NO_TIME}. */
    long lagMicros(SampleEvent event) {
        return micros(event, lag);
    }

    private static long micros(SampleEvent event, int index) {
        String value = index == MISSING ? null : event.getVarValue(index);
        if (value == null || value.isEmpty()) {
            return NO_TIME;
        }
        long micros = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit >= DECIMAL) {
                return NO_TIME;
            }
            micros = micros * DECIMAL + digit;
        }
        return micros;
    }
}

package io.github.isostress.jmeter.sample;

import io.github.isostress.message.Printable;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * Puts what a host has said into variables. One that {@code sample_variables} makes a column of the JTL holds it in
 * hex digits where it would be more than text there: markup in the dashboard, a formula in a spreadsheet. Any other
 * variable holds it as it came.
 */
public final class HostValues {
    private HostValues() {}

    /**
     * Sets a variable.
     *
     * @param value of the host's, or what stands for a missing one
     */
    public static void put(JMeterVariables variables, String name, String value) {
        variables.put(name, !Printable.isHarmlessInColumn(value) && isColumn(name) ? Printable.hex(value) : value);
    }

    private static boolean isColumn(String name) {
        for (int i = 0; i < SampleEvent.getVarCount(); i++) {
            if (SampleEvent.getVarName(i).equals(name)) {
                return true;
            }
        }
        return false;
    }
}

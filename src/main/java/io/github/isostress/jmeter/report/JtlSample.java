package io.github.isostress.jmeter.report;

import io.github.isostress.jmeter.SampleKind;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a JTL file.
 *
 * @param startMillis the start, in milliseconds since 1970
 * @param elapsedMillis the elapsed time
 * @param label the sample's label
 * @param code the response code
 * @param message the response message
 * @param successful whether the sample counts as a success
 */
record JtlSample(long startMillis, long elapsedMillis, String label, String code, String message, boolean successful) {
    /**
     * A row by its column names.
     *
     * @throws IllegalArgumentException if a column is missing or no number where it must be one
     */
    static JtlSample of(Map<String, String> row) {
        return new JtlSample(
                Long.parseLong(column(row, "timeStamp")),
                Long.parseLong(column(row, "elapsed")),
                column(row, "label"),
                column(row, "responseCode"),
                column(row, "responseMessage"),
                Boolean.parseBoolean(column(row, "success")));
    }

    private static String column(Map<String, String> row, String name) {
        String value = row.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the JTL has no column " + name);
        }
        return value;
    }

    /** Which sample of a connection's life this is; empty for a request. */
    Optional<SampleKind> kind() {
        return SampleKind.ofLabel(label);
    }
}

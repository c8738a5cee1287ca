package io.github.isostress.jmeter.report;

import io.github.isostress.failure.Failure;
import java.util.Map;
import java.util.Set;

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
    private static final String CONNECT = " connect";
    private static final Set<String> ONLY_OF_CONNECTS = Set.of(
            "CONNECTED",
            Failure.UNKNOWN_HOST.name(),
            Failure.CONNECTION_REFUSED.name(),
            Failure.CONNECT_TIMEOUT.name(),
            Failure.CONNECT_FAILED.name());
    private static final Set<String> OF_BOTH = Set.of(Failure.TLS_FAILURE.name(), Failure.INTERRUPTED.name());

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

    /** Whether this is the sample of a connection being opened, not of a request. */
    boolean isConnect() {
        return ONLY_OF_CONNECTS.contains(code) || OF_BOTH.contains(code) && label.endsWith(CONNECT);
    }
}

package io.github.isostress.jmeter.report;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.JtlColumns;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.StringUtils;

/**
 * One row of a JTL.
 *
 * @param startMillis the start, in milliseconds since 1970
 * @param elapsedMillis the elapsed time, in whole milliseconds
 * @param label the sample's label
 * @param code the response code
 * @param message the response message
 * @param successful whether the sample counts as a success
 * @param sentBytes how many bytes were sent, where the JTL knows it
 * @param roundTripMicros from the first byte sent to the last byte of the answer, where the JTL knows it
 * @param lagMicros how much later than intended the request was sent, where the JTL knows it
 * @param issuer times of the issuer's side, where the JTL knows them
 * @param kind what the sample stands for, see {@link JtlColumns#KIND}; empty where the JTL has no such column
 */
record JtlSample(
        long startMillis,
        long elapsedMillis,
        String label,
        String code,
        String message,
        boolean successful,
        OptionalLong sentBytes,
        OptionalLong roundTripMicros,
        OptionalLong lagMicros,
        IssuerTimes issuer,
        Optional<String> kind) {
    /**
     * Reads a row.
     *
     * @param row the values by their column names
     * @throws IllegalArgumentException if a column is missing or no number where it must be one
     */
    static JtlSample of(Map<String, String> row) {
        return new JtlSample(
                Long.parseLong(column(row, "timeStamp")),
                Long.parseLong(column(row, "elapsed")),
                column(row, "label"),
                column(row, "responseCode"),
                column(row, "responseMessage"),
                Boolean.parseBoolean(column(row, "success")),
                number(row.get("sentBytes")),
                micros(row, JtlColumns.ROUND_TRIP),
                micros(row, JtlColumns.LAG),
                new IssuerTimes(
                        micros(row, JtlColumns.QUEUE), micros(row, JtlColumns.ISSUER), micros(row, JtlColumns.BETWEEN)),
                variable(row, JtlColumns.KIND));
    }

    /** JMeter writes a variable that does not exist as null. */
    private static OptionalLong micros(Map<String, String> row, String variable) {
        return number(variable(row, variable).orElse(null));
    }

    /** JMeter writes the names of sample variables in quotes. */
    private static Optional<String> variable(Map<String, String> row, String variable) {
        return Optional.ofNullable(row.getOrDefault(variable, row.get('"' + variable + '"')));
    }

    private static OptionalLong number(String value) {
        return StringUtils.isNumeric(value) ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    private static String column(Map<String, String> row, String name) {
        String value = row.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the JTL has no column " + name);
        }
        return value;
    }

    /** When the request was due, or else when it was sent; in milliseconds since 1970. */
    long intendedStartMillis() {
        return startMillis - TimeUnit.MICROSECONDS.toMillis(lagMicros.orElse(0));
    }

    /** Whether it is of a request that was answered, or was to be, as far as the JTL knows. */
    boolean isReply() {
        return kind.filter(JtlColumns.REPLY::equals).isPresent();
    }

    /** Whether the request failed before anything was sent, as far as the JTL knows. */
    boolean isUnsent() {
        return !successful && Failure.ofCode(code).isPresent() && sentBytes.orElse(1) == 0;
    }
}

package io.github.isostress.jmeter.report;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.SampleKind;
import io.github.isostress.jmeter.TimeVariables;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.StringUtils;

/**
 * One row of a JTL file.
 *
 * @param startMillis the start, in milliseconds since 1970
 * @param elapsedMillis the elapsed time
 * @param label the sample's label
 * @param code the response code
 * @param message the response message
 * @param successful whether the sample counts as a success
 * @param sentBytes how many bytes were sent, where the JTL knows it
 * @param roundTripMicros from the first byte sent to the last byte of the answer, where the JTL knows it
 * @param lagMicros how much later than intended the request was sent, where the JTL knows it
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
        OptionalLong lagMicros) {
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
                Boolean.parseBoolean(column(row, "success")),
                number(row.get("sentBytes")),
                micros(row, TimeVariables.ROUND_TRIP),
                micros(row, TimeVariables.LAG));
    }

    /** JMeter writes a variable that does not exist as null, and the names of sample variables in quotes. */
    private static OptionalLong micros(Map<String, String> row, String variable) {
        return number(row.getOrDefault(variable, row.get('"' + variable + '"')));
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

    /** Whether nothing of this request was ever sent, as far as the JTL knows: it failed before. */
    boolean isUnsent() {
        return !successful && Failure.ofCode(code).isPresent() && sentBytes.orElse(1) == 0;
    }

    /** Which sample of a connection's life this is; empty for a request. */
    Optional<SampleKind> kind() {
        return SampleKind.ofLabel(label);
    }
}

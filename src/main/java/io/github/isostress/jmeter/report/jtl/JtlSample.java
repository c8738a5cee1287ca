package io.github.isostress.jmeter.report.jtl;

import io.github.isostress.failure.Failure;
import io.github.isostress.health.Result;
import io.github.isostress.jmeter.record.JtlColumns;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * One row of a JTL. Immutable.
 *
 * @param startMillis the start, in milliseconds since 1970
 * @param elapsedMillis the elapsed time, in whole milliseconds
 * @param label the sample's label
 * @param code the response code
 * @param message the response message
 * @param successful whether the sample counts as a success
 * @param failsAssertion whether an assertion of the plan has failed it
 * @param sentBytes how many bytes were sent, where the JTL knows it
 * @param times in microseconds
 * @param issuer times of the issuer's side
 * @param kind what the sample stands for, see {@link JtlColumns#KIND}; empty where the JTL has no such column
 * @param tags by what it can be grouped
 */
public record JtlSample(
        long startMillis,
        long elapsedMillis,
        String label,
        String code,
        String message,
        boolean successful,
        boolean failsAssertion,
        OptionalLong sentBytes,
        JtlTimes times,
        IssuerTimes issuer,
        Optional<String> kind,
        JtlTags tags) {
    private static final int DE_39_LENGTH = 2;

    /** From the first byte sent to the last byte of the answer, where the JTL knows it. */
    public OptionalLong roundTripMicros() {
        return times.roundTripMicros();
    }

    /** How much later than intended the request was sent, where the JTL knows it. */
    public OptionalLong lagMicros() {
        return times.lagMicros();
    }

    /** How long it took: the round trip, or else JMeter's whole milliseconds; in microseconds. */
    public long durationMicros() {
        return times.roundTripMicros().orElse(TimeUnit.MILLISECONDS.toMicros(elapsedMillis));
    }

    /** When the request was due, or else when it was sent; in milliseconds since 1970. */
    public long intendedStartMillis() {
        return startMillis - TimeUnit.MICROSECONDS.toMillis(times.lagMicros().orElse(0));
    }

    /** Whether it is of a request that was answered, or was to be, as far as the JTL knows. */
    public boolean isReply() {
        return kind.filter(JtlColumns.REPLY::equals).isPresent();
    }

    /**
     * The same sample as a part of another, whose columns the row has: without those.
     *
     * @param ofKind what it stands for
     */
    JtlSample asPart(Optional<String> ofKind) {
        return new JtlSample(
                startMillis,
                elapsedMillis,
                label,
                code,
                message,
                successful,
                failsAssertion,
                sentBytes,
                JtlTimes.NONE,
                IssuerTimes.NONE,
                ofKind,
                new JtlTags(tags.agent(), "", "", ""));
    }

    /** Whether the request failed before anything was sent, as far as the JTL knows. */
    public boolean isUnsent() {
        return !successful && Failure.ofCode(code).isPresent() && sentBytes.orElse(1) == 0;
    }

    private static boolean isOurs(String kind) {
        return !kind.isEmpty() && !kind.equals(JtlRows.NO_VARIABLE);
    }

    /**
     * What it counts as. A failed assertion is a technical failure, and so is any failure of another sampler. Where the
     * JTL does not tell the kind, a code of two characters is taken for DE 39.
     */
    public Result result() {
        if (successful) {
            return Result.SUCCEEDED;
        }
        boolean mayBeAnswered = kind.map(JtlSample::isOurs).orElse(code.length() == DE_39_LENGTH) && !failsAssertion;
        return mayBeAnswered && Failure.ofCode(code).isEmpty() ? Result.DECLINED : Result.FAILED;
    }
}

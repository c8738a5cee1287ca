package io.github.isostress.health;

import java.util.OptionalLong;

/**
 * A request that was sent, when it is over. Immutable. Times are of {@link System#nanoTime()}.
 *
 * @param label of its sampler
 * @param result what it counts as
 * @param code the response code: DE 39, or the failure's code
 * @param dueNanos when it was to be sent; empty if it had no schedule
 * @param startNanos before its first byte was written
 * @param endNanos when the last byte of the answer had been read, or when the wait for it ended
 * @param sentBytes of its frame, and of what else was written while it was under way
 * @param receivedBytes of the answer's frame, and of what else came with it
 */
public record ObservedRequest(
        String label,
        Result result,
        String code,
        OptionalLong dueNanos,
        long startNanos,
        long endNanos,
        long sentBytes,
        long receivedBytes) {

    /** From the first byte written to the last byte read. */
    long roundTripNanos() {
        return endNanos - startNanos;
    }

    /** How much later than due it was sent; 0 if it had no schedule. */
    public long lagNanos() {
        return dueNanos.isPresent() ? Math.max(0, startNanos - dueNanos.getAsLong()) : 0;
    }
}

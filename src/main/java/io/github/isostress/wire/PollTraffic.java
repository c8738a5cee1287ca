package io.github.isostress.wire;

/**
 * Frames without a message that came on a connection, and the answers to those that were polls. Immutable.
 *
 * @param came how many came
 * @param answered how many of them were sent back
 * @param receivedBytes of those that came
 * @param sentBytes of those that were sent back
 */
public record PollTraffic(long came, long answered, long receivedBytes, long sentBytes) {
    /** No polls. */
    public static final PollTraffic NONE = new PollTraffic(0, 0, 0, 0);

    PollTraffic plus(int bytes, boolean sentBack) {
        return new PollTraffic(
                came + 1, answered + (sentBack ? 1 : 0), receivedBytes + bytes, sentBytes + (sentBack ? bytes : 0));
    }
}

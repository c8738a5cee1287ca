package io.github.isostress.health.live;

/**
 * One second of a run. Immutable. A request is counted in the second in which it ended.
 *
 * @param second its begin, in seconds since 1970
 * @param due requests that were to be sent in this second, as far as they have ended; 0 without a schedule
 * @param succeeded requests that succeeded
 * @param declined requests that the host declined
 * @param failed requests without a valid answer
 * @param medianMicros the round trip that half of them did not exceed; 0 if there are none
 * @param p99Micros the round trip that 99 % of them did not exceed; 0 if there are none
 */
public record LiveSecond(
        long second, long due, long succeeded, long declined, long failed, long medianMicros, long p99Micros) {

    /** This second, with the requests that were due in it as whoever asked for them knows it. */
    public LiveSecond withDue(long known) {
        return new LiveSecond(second, known, succeeded, declined, failed, medianMicros, p99Micros);
    }

    /** How many requests ended. */
    public long ended() {
        return succeeded + declined + failed;
    }
}

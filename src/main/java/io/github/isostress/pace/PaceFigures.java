package io.github.isostress.pace;

/**
 * How a schedule was kept. Immutable.
 *
 * @param sent requests of which the first byte was written
 * @param late those of them that were sent 1 ms after they were due, or more
 * @param latestNanos the longest time by which one of them was late
 * @param unsent requests that were given a turn and could not be sent
 * @param dropped requests that were left out since no thread was free when they were due
 * @param waiting requests that were due, and that no thread has tried to send
 */
public record PaceFigures(long sent, long late, long latestNanos, long unsent, long dropped, long waiting) {
    /** All requests that were due. */
    public long due() {
        return sent + unsent + dropped + waiting;
    }
}

package io.github.isostress.pace;

/**
 * How a schedule was kept.
 *
 * @param sent requests that were given a turn
 * @param late those of them for which nobody had asked until 1 ms after they were due, or more
 * @param latestNanos the longest time by which one of them was late
 * @param dropped requests that were left out since nobody was free when they were due
 * @param waiting requests that were due when the last turn was asked for, and for which nobody has asked since
 */
public record PaceFigures(long sent, long late, long latestNanos, long dropped, long waiting) {
    /** All requests that were due. */
    public long due() {
        return sent + dropped + waiting;
    }
}

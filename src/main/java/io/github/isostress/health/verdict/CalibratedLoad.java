package io.github.isostress.health.verdict;

/**
 * What this machine carried of a plan's messages when the host was at its side and nothing was slow. Immutable.
 *
 * @param mostPerSecond requests a second
 * @param p50Millis the round trip that half of them did not exceed, in milliseconds
 * @param p99Millis the one that 99 % did not exceed
 * @param maxMillis the longest one
 * @param seconds for how long it was measured
 */
public record CalibratedLoad(
        double mostPerSecond, double p50Millis, double p99Millis, double maxMillis, double seconds) {}

package io.github.isostress.pace;

/**
 * How requests are to come. Immutable.
 *
 * @param rate how many a second
 * @param arrivals how they are spread in time
 * @param backlog what becomes of those that nobody was free to send
 */
public record Pace(Rate rate, Arrivals arrivals, Backlog backlog) {}

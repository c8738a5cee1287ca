package io.github.isostress.pace;

/**
 * When requests are due. Immutable.
 *
 * @param rate how many a second, of all shares
 * @param arrivals how they are spread in time
 * @param backlog whether those are sent later that no thread was free to send
 * @param share which of them are this machine's
 */
public record Pace(Rate rate, Arrivals arrivals, Backlog backlog, Share share) {}

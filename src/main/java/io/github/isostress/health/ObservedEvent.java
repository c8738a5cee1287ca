package io.github.isostress.health;

/**
 * An event in the life of a connection, when it is over. Immutable. Times are of {@link System#nanoTime()}.
 *
 * @param label the connection's name and what happened, as in "switch connect"
 * @param host which host the connection is to, as in "10.1.2.3:5000"; empty where there is no connection yet
 * @param result what it counts as
 * @param code the response code: what happened, or the failure's code
 * @param startNanos when it began
 * @param endNanos when it was over
 */
public record ObservedEvent(String label, String host, Result result, String code, long startNanos, long endNanos) {}

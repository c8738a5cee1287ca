package io.github.isostress.connect;

import io.github.isostress.failure.FailureReport;

/**
 * A client that connected to us and could not be taken: its handshake failed, or it left before. Immutable.
 *
 * @param failure why; its particulars begin with the client's address and port
 * @param startNanos {@link System#nanoTime()} when it had connected
 * @param endNanos when it was given up
 */
public record LostClient(FailureReport failure, long startNanos, long endNanos) {}

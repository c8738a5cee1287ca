package io.github.isostress.exchange;

/**
 * A request that was sent, without its message.
 *
 * @param awaited what its answer must carry
 * @param sentNanos {@link System#nanoTime()} before its first byte was written
 * @param deadlineNanos {@link System#nanoTime()} at which its time was up
 */
record SentRequest(AwaitedAnswer awaited, long sentNanos, long deadlineNanos) {}

package io.github.isostress.exchange;

import java.util.concurrent.TimeUnit;

/** What is remembered of a request that was sent. Its facts do not change. */
final class SentRequest extends KeyedRequest {
    /** For how many timeouts after its time was up an answer is recognised. */
    private static final int TIMES_THE_TIMEOUT = 10;

    private static final long AT_LEAST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final long sentNanos;
    private final long deadlineNanos;

    /**
     * A request.
     *
     * @param awaited what its answer must carry
     * @param sentNanos {@link System#nanoTime()} before its first byte was written
     * @param deadlineNanos {@link System#nanoTime()} at which its time was up
     */
    SentRequest(AwaitedAnswer awaited, long sentNanos, long deadlineNanos) {
        super(awaited);
        this.sentNanos = sentNanos;
        this.deadlineNanos = deadlineNanos;
    }

    long sentNanos() {
        return sentNanos;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    /** {@link System#nanoTime()} until which a late answer is to be recognised. */
    long rememberedUntilNanos() {
        return deadlineNanos + Math.max(AT_LEAST_NANOS, TIMES_THE_TIMEOUT * (deadlineNanos - sentNanos));
    }
}

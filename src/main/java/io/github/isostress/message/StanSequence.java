package io.github.isostress.message;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives out systems trace audit numbers (DE 11, n6): 000001 to 999999, then from the start again, each once to
 * whichever thread asks. Thread-safe.
 */
public final class StanSequence {
    private static final int HIGHEST = 999_999;

    private final AtomicInteger last = new AtomicInteger();

    /** The next number, six digits. */
    public String next() {
        int stan = last.updateAndGet(before -> before == HIGHEST ? 1 : before + 1);
        // The digit in front keeps the zeros.
        return String.valueOf(HIGHEST + 1 + stan).substring(1);
    }

    /** Begins again at 000001. */
    public void reset() {
        last.set(0);
    }
}

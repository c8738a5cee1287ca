package io.github.isostress.message.number;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Every step-th of the numbers from a least to a largest, beginning somewhere among them, then again from the lowest of
 * them; each once in a round to whichever thread asks. Shares of one step whose first numbers differ by less than the
 * step have no number in common. Thread-safe.
 */
final class NumberShare {
    private final long lowest;
    private final long step;
    private final long size;
    private final AtomicLong given;

    /**
     * A share that has given out no number yet.
     *
     * @throws IllegalArgumentException with one clear sentence if first or step is out of range
     */
    NumberShare(long least, long largest, long first, long step) {
        requireWithin("first", first, least, largest);
        requireWithin("step", step, 1, largest);
        this.lowest = least + (first - least) % step;
        this.step = step;
        this.size = (largest - lowest) / step + 1;
        this.given = new AtomicLong((first - lowest) / step);
    }

    /** A copy that goes on where the other one is now. */
    NumberShare(NumberShare other) {
        this.lowest = other.lowest;
        this.step = other.step;
        this.size = other.size;
        this.given = new AtomicLong(other.given.get());
    }

    private static void requireWithin(String what, long value, long least, long largest) {
        if (value < least || value > largest) {
            throw new IllegalArgumentException("the " + what + " " + value + " is outside " + least + " to " + largest);
        }
    }

    long next() {
        return lowest + given.getAndIncrement() % size * step;
    }
}

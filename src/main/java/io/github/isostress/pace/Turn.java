package io.github.isostress.pace;

/** One thread's place in a {@link Schedule}; that thread's alone, and used for one request after the other. */
public final class Turn {
    /** How many mean gaps of the whole schedule lie between it and the first turn of its share. */
    double number;

    long dueNanos;

    /** When the request is due, as {@link System#nanoTime()}, to come or passed. */
    public long dueNanos() {
        return dueNanos;
    }
}

package io.github.isostress.link;

import java.util.Optional;

/** How long a connection is kept before it is signed off and closed. Immutable. */
public sealed interface Keep {
    /** As long as its thread runs. */
    record ForThread() implements Keep {}

    /** One iteration of the thread group. */
    record ForIteration() implements Keep {}

    /**
     * A number of samples.
     *
     * @param count 1 to 1,000,000,000
     */
    record ForSamples(int count) implements Keep {}

    /**
     * As long as the test runs, shared by all threads that name the pool.
     *
     * @param name the pool's name, or empty for the connection element's
     * @param size how many connections there are at most: 1 to 100,000
     */
    record InPool(Optional<String> name, int size) implements Keep {}

    /**
     * As long as the test runs, used by all threads at once that name them.
     *
     * @param name the links' name, or empty for the connection element's
     * @param count how many connections there are, or for clients of ours, for how many a run waits at first: 1 to
     *     100,000
     */
    record Shared(Optional<String> name, int count) implements Keep {}

    /**
     * Reads {@code thread}, {@code iteration}, {@code sample}, {@code 20 samples}, {@code pool of 5}, {@code
     * pool NAME of 5}, {@code shared 2} or {@code shared NAME 2}; blank is {@code thread}.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    static Keep parse(String text) {
        return KeepReader.parse(text);
    }
}

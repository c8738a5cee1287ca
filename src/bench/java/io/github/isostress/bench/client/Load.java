package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;

/** Something that sends purchases over many connections, each the next one when the last is answered. */
interface Load {
    /**
     * Begins, and returns before all connections stand.
     *
     * @param told {@code port}, {@code connections}, and what the kind of load needs besides
     */
    void start(CommandLine told) throws Exception;

    /** How many were answered so far, by whatever is regarded as an answer. */
    long answered();

    /** How many were not, or not as they should. */
    long failed();

    /** Ends, and returns when no connection is left. */
    void stop() throws Exception;
}

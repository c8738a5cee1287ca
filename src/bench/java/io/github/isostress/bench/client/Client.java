package io.github.isostress.bench.client;

import io.github.isostress.bench.process.CommandLine;
import java.io.IOException;

/** A client without JMeter: what its threads share, open as long as a load lasts. */
interface Client extends AutoCloseable {
    /** Opens a client. */
    @FunctionalInterface
    interface Opening {
        /**
         * Opens it.
         *
         * @param told {@code port}, {@code connections}, and what the kind of client needs besides
         */
        Client open(CommandLine told) throws Exception;
    }

    /** The side of one of its threads, which calls this itself; the first turn is 0. */
    Purchaser purchaser(int turn) throws Exception;

    @Override
    void close() throws IOException;
}

package io.github.isostress.bench.client;

import java.io.IOException;

/** Sends one purchase after another, each when the last is answered. For one thread. */
interface Purchaser extends AutoCloseable {
    /**
     * Sends the next purchase and waits for its answer.
     *
     * @return nanoseconds from just before its first byte was sent until its last byte was read
     */
    long exchange() throws Exception;

    @Override
    void close() throws IOException;
}

package io.github.isostress.bench.host;

import java.io.IOException;

/** One client's connection, used by the thread of its loop alone. */
interface Line {
    /**
     * Reads what has come and answers what there is to answer.
     *
     * @return how many requests were read; -1 if the client has closed
     */
    int readable() throws IOException;
}

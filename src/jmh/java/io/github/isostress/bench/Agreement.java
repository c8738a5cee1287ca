package io.github.isostress.bench;

import java.util.Arrays;

/** What keeps a benchmark honest: both ways it compares give the same bytes. */
final class Agreement {
    private Agreement() {}

    static void require(byte[] ours, byte[] theirs) {
        if (!Arrays.equals(ours, theirs)) {
            throw new IllegalStateException("the ways that are compared differ");
        }
    }
}

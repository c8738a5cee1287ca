package io.github.isostress.bench.client;

import io.github.isostress.bench.Purchase;

/** A prebuilt purchase of which DE 11 alone is new each time. For one thread. */
final class BareRequest {
    /** How many different values DE 11 has. */
    static final int STANS = 1_000_000;

    private static final int LENGTH_BYTES = 2;
    private static final int STAN_BYTES = 3;
    private static final int STAN_PLACE = Purchase.PLAIN.offset(11);
    private final byte[] frame = Purchase.PLAIN.frame();
    private final int first;
    private final int count;
    private int next;

    /** One that takes so many values of DE 11 in turn, from that one on. */
    BareRequest(int first, int count) {
        this.first = first;
        this.count = count;
    }

    /** The request as a frame: the same array each time. */
    byte[] frame() {
        return frame;
    }

    /** Takes the next value for DE 11 and gives it. */
    int next() {
        int stan = first + next;
        next = (next + 1) % count;
        int rest = stan;
        for (int i = STAN_BYTES - 1; i >= 0; i--) {
            frame[STAN_PLACE + i] = (byte) (rest / 10 % 10 << 4 | rest % 10);
            rest /= 100;
        }
        return stan;
    }

    /** DE 11 of the request, or of its answer, that begins there. */
    static int stanOf(byte[] bytes, int start) {
        int stan = 0;
        for (int i = start + STAN_PLACE; i < start + STAN_PLACE + STAN_BYTES; i++) {
            stan = stan * 100 + (bytes[i] >> 4 & 0xf) * 10 + (bytes[i] & 0xf);
        }
        return stan;
    }

    /** How many bytes the frame has that begins there; the most that there can be if its length is not there yet. */
    static int lengthOf(byte[] bytes, int start, int end) {
        return end - start < LENGTH_BYTES
                ? Integer.MAX_VALUE
                : LENGTH_BYTES + ((bytes[start] & 0xff) << Byte.SIZE | bytes[start + 1] & 0xff);
    }
}

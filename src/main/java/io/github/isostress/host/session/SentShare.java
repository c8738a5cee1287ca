package io.github.isostress.host.session;

/** How much of a frame is sent, but never the whole. Immutable. */
public sealed interface SentShare {
    /** What is wanted of a frame of that length, in bytes. */
    long wanted(int length);

    /** The first bytes of a frame: a strict prefix, of one byte at least if the frame has two. */
    default int of(int length) {
        return (int) Math.min(length - 1L, Math.max(1, wanted(length)));
    }

    /** So many bytes, framing counted. */
    record Bytes(long count) implements SentShare {
        @Override
        public long wanted(int length) {
            return count;
        }
    }

    /** A share of the frame in %, above 0 and below 100. */
    record Share(double percent) implements SentShare {
        @Override
        public long wanted(int length) {
            return (long) (length * percent / 100);
        }
    }
}

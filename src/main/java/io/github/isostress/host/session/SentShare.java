package io.github.isostress.host.session;

/** How much of a frame is sent: at least one byte, never the whole. Immutable. */
public sealed interface SentShare {
    /** The wanted number of bytes for a frame of {@code length} bytes, before it is limited. */
    long wanted(int length);

    /** How many bytes are sent of a frame of {@code length} bytes: 1 to {@code length - 1}; 0 of a single byte. */
    default int of(int length) {
        return (int) Math.min(length - 1L, Math.max(1, wanted(length)));
    }

    /** A number of bytes, framing included. */
    record Bytes(long count) implements SentShare {
        @Override
        public long wanted(int length) {
            return count;
        }
    }

    /** A share in %, above 0 and below 100. */
    record Share(double percent) implements SentShare {
        @Override
        public long wanted(int length) {
            return (long) (length * percent / 100);
        }
    }
}

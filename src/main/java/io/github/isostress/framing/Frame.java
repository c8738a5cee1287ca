package io.github.isostress.framing;

import java.util.Arrays;

/**
 * A whole frame as it was received.
 *
 * @param bytes every byte from the wire, with length prefix and header
 * @param messageStart offset of the message
 * @param messageLength the message's length in bytes
 * @param firstByteNanos {@link System#nanoTime()} when the first byte had been read
 * @param lastByteNanos {@link System#nanoTime()} when the last byte had been read
 */
public record Frame(byte[] bytes, int messageStart, int messageLength, long firstByteNanos, long lastByteNanos) {
    /** A copy of the message without its framing. */
    public byte[] message() {
        return Arrays.copyOfRange(bytes, messageStart, messageStart + messageLength);
    }
}

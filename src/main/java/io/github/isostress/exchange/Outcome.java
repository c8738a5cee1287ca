package io.github.isostress.exchange;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.DecodedMessage;
import io.github.isostress.wire.Frame;

/**
 * What became of one request: an answer, or the failure that came instead. Immutable.
 *
 * @param sent the request's frame
 * @param sentMessageStart the offset of the message in {@code sent}
 * @param sentBytes how many bytes of it were given to the connection: all, or none if it had ended before
 * @param request the request as its packager reads it, or null for raw messages and such as it cannot read
 * @param response the answer's frame, or null if none came
 * @param answer the answer, decoded, or null if none came or messages are raw
 * @param failure why there is no answer, or null if there is one
 * @param startNanos {@link System#nanoTime()} before the first byte was written
 * @param firstByteNanos when the first byte of the answer had been read; 0 if none came
 * @param endNanos when the last byte of the answer had been read, or when waiting for it ended
 * @param strays the frames that came before or meanwhile and were not taken for the answer
 * @param unfinished what had come of another frame when the exchange failed; else empty
 */
public record Outcome(
        byte[] sent,
        int sentMessageStart,
        int sentBytes,
        DecodedMessage request,
        Frame response,
        DecodedMessage answer,
        FailureException failure,
        long startNanos,
        long firstByteNanos,
        long endNanos,
        Strays strays,
        byte[] unfinished) {

    /** How many bytes came, whatever they were. */
    public long receivedBytes() {
        return strays.bytes() + unfinished.length + (response == null ? 0 : response.bytes().length);
    }
}

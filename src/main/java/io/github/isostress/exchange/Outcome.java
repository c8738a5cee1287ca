package io.github.isostress.exchange;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.decode.DecodedMessage;

/**
 * The end of one request: its answer, or the failure that came instead. Immutable.
 *
 * @param sent the request's frame
 * @param sentMessageStart the offset of the message in {@code sent}
 * @param wasSent whether it was given to the connection, which had not ended before
 * @param request the request as its packager reads it, or null for raw messages and such as it cannot read
 * @param response the answer's frame, or null if none came
 * @param answer the answer, decoded, or null if none came or messages are raw
 * @param failure why there is no answer, or null if there is one
 * @param startNanos {@link System#nanoTime()} before the first byte of the request was written
 * @param firstByteNanos when the first byte of the answer had been read; 0 if none came
 * @param endNanos when the last byte of the answer had been read, or when waiting for it ended
 * @param unmatched the frames that came before or meanwhile and were not taken for the answer
 * @param unfinished what had come of another frame when the exchange failed; else empty
 * @param receivedBytes how many bytes came, whatever they were, but for those of unmatched frames that are reported
 *     alone
 * @param sentBytes how many bytes were given to the connection: of the request all or none, and of the answers to
 *     zero-length polls; not those of answers to the host's own requests
 * @param replacedKeys those that session messages had replaced on the link when the answer came
 * @param silence that nothing came, or null if something did, or if none was waited for
 */
public record Outcome(
        byte[] sent,
        int sentMessageStart,
        boolean wasSent,
        DecodedMessage request,
        Frame response,
        DecodedMessage answer,
        FailureReport failure,
        long startNanos,
        long firstByteNanos,
        long endNanos,
        UnmatchedFrames unmatched,
        byte[] unfinished,
        long receivedBytes,
        long sentBytes,
        Keys replacedKeys,
        Silence silence) {}

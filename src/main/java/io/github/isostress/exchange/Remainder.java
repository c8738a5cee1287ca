package io.github.isostress.exchange;

/**
 * What had come and gone on a connection when it was closed, and was not reported before.
 * Immutable.
 *
 * @param receivedBytes of the frames in {@code unmatched} that are not reported alone, of what is unfinished, and of
 *     zero-length polls
 * @param sentBytes of the answers to such polls
 * @param unmatched the frames that came
 * @param unfinished what had come of another frame; else empty
 */
public record Remainder(long receivedBytes, long sentBytes, UnmatchedFrames unmatched, byte[] unfinished) {
    boolean isEmpty() {
        return receivedBytes == 0 && sentBytes == 0;
    }
}

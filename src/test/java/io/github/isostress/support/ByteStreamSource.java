package io.github.isostress.support;

import io.github.isostress.framing.ByteSource;
import java.net.SocketTimeoutException;

/** A source whose bytes come in pieces; then it ends or is silent. */
public final class ByteStreamSource implements ByteSource {
    private final byte[] stream;
    private final int[] pieces;
    private final boolean ends;
    private int position;
    private int piece;

    /** Gives the bytes in pieces of these sizes, repeated, and then ends. */
    public ByteStreamSource(byte[] stream, int... pieces) {
        this(stream, true, pieces);
    }

    /** Gives the bytes, then nothing until any deadline. */
    public static ByteStreamSource thenSilent(byte[] stream, int... pieces) {
        return new ByteStreamSource(stream, false, pieces.length == 0 ? new int[] {stream.length} : pieces);
    }

    private ByteStreamSource(byte[] stream, boolean ends, int... pieces) {
        this.stream = stream;
        this.ends = ends;
        this.pieces = pieces;
    }

    @Override
    public int read(byte[] buffer, int offset, int length, long deadlineNanos) throws SocketTimeoutException {
        if (position == stream.length) {
            if (ends) {
                return -1;
            }
            throw new SocketTimeoutException();
        }
        int size = Math.max(1, pieces[piece++ % pieces.length]);
        int count = Math.min(Math.min(length, size), stream.length - position);
        System.arraycopy(stream, position, buffer, offset, count);
        position += count;
        return count;
    }
}

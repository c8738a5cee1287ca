package io.github.isostress.draft.capture;

import io.github.isostress.words.Plural;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The bytes of a capture file, from front to end, in the byte order that the file turns out to have. */
final class CaptureInput {
    /** Longer than any packet: Wireshark reads up to 262,144 bytes of one, and options come on top. */
    private static final int LONGEST_PART = 1 << 24;

    private final InputStream in;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;

    CaptureInput(InputStream in) {
        this.in = in;
    }

    /** Numbers are written in this order from now on. */
    void order(ByteOrder found) {
        order = found;
    }

    /**
     * The next bytes; empty if the file ends in front of them.
     *
     * @throws EOFException if it ends in the middle of them
     * @throws DamagedCapture if there cannot be that many
     */
    Optional<ByteBuffer> next(long length) throws IOException {
        if (length < 0 || length > LONGEST_PART) {
            throw new DamagedCapture("a part of it claims to have " + Plural.of(length, "byte"));
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length == 0 && length > 0) {
            return Optional.empty();
        }
        if (bytes.length < length) {
            throw new EOFException();
        }
        return Optional.of(ByteBuffer.wrap(bytes).order(order));
    }

    /**
     * The next bytes.
     *
     * @throws EOFException if the file ends before
     */
    ByteBuffer required(long length) throws IOException {
        return next(length).orElseThrow(EOFException::new);
    }
}

package io.github.isostress.host.session;

import io.github.isostress.framing.FixedBytes;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.LengthPrefix;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Random bytes that no client can take for the right answer. Each differs from the answer's byte in its place, and each
 * is 0x80 or more: so none is an ASCII digit, and every length read from them is longer than they are.
 */
final class GarbageBytes {
    /** Below 0x80, the smallest length that can be read from one such byte. */
    private static final int LONGEST_UNFRAMED = 64;

    /** Random bytes may happen to be a message; then they are drawn again, at most this often. */
    private static final int TRIES = 100;

    private final SplittableRandom random;
    private final Framing framing;
    private final Optional<HostMessages> messages;

    GarbageBytes(SplittableRandom random, Framing framing, Optional<HostMessages> messages) {
        this.random = random;
        this.framing = framing;
        this.messages = messages;
    }

    /** As many bytes as the answer has, which the host's packager cannot read. */
    byte[] message(byte[] answer) {
        byte[] garbage = instead(answer, answer.length);
        for (int i = 0; i < TRIES && messages.isPresent() && messages.get().canRead(garbage); i++) {
            garbage = instead(answer, answer.length);
        }
        return garbage;
    }

    /** As many bytes as the frame has, at most {@value #LONGEST_UNFRAMED}, that hold no whole frame. */
    byte[] unframed(byte[] frame) {
        return instead(frame, Math.min(frame.length, LONGEST_UNFRAMED));
    }

    private byte[] instead(byte[] right, int length) {
        FixedBytes trailer = framing.trailer();
        int frameEnd = trailer.isEmpty() ? 0 : trailer.at(trailer.length() - 1);
        byte[] garbage = new byte[length];
        for (int i = 0; i < length; i++) {
            do {
                garbage[i] = (byte) (0x80 | random.nextInt(0x80));
            } while (garbage[i] == right[i] || garbage[i] == frameEnd || isDigit(garbage[i]));
        }
        return garbage;
    }

    private boolean isDigit(byte each) {
        return framing.prefix().encoding() == LengthPrefix.Encoding.EBCDIC && (each & 0xF0) == 0xF0;
    }
}

package io.github.isostress.host.session;

import io.github.isostress.framing.FixedBytes;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.LengthPrefix;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Random bytes that no client can take for the right answer: each differs from the answer's byte in its place, and
 * each is 0x80 or more, so that none is an ASCII digit and every length they could be read as is longer than they are.
 */
final class Noise {
    /** Below 0x80, the least length that can be read from one byte of noise. */
    private static final int LONGEST_UNFRAMED = 64;

    /** By chance noise can be read as some message; so often chance is asked again. */
    private static final int TRIES = 100;

    private final SplittableRandom random;
    private final Framing framing;
    private final Optional<HostMessages> messages;

    Noise(SplittableRandom random, Framing framing, Optional<HostMessages> messages) {
        this.random = random;
        this.framing = framing;
        this.messages = messages;
    }

    /** As many bytes as the answer has, which the host's own packager cannot read. */
    byte[] message(byte[] answer) {
        byte[] noise = instead(answer, answer.length);
        for (int i = 0; i < TRIES && messages.isPresent() && messages.get().canRead(noise); i++) {
            noise = instead(answer, answer.length);
        }
        return noise;
    }

    /** The frame's bytes, at most {@value #LONGEST_UNFRAMED}, made so that they hold no whole frame. */
    byte[] unframed(byte[] frame) {
        return instead(frame, Math.min(frame.length, LONGEST_UNFRAMED));
    }

    private byte[] instead(byte[] right, int length) {
        FixedBytes trailer = framing.trailer();
        int frameEnd = trailer.isEmpty() ? 0 : trailer.at(trailer.length() - 1);
        byte[] noise = new byte[length];
        for (int i = 0; i < length; i++) {
            do {
                noise[i] = (byte) (0x80 | random.nextInt(0x80));
            } while (noise[i] == right[i] || noise[i] == frameEnd || isDigit(noise[i]));
        }
        return noise;
    }

    private boolean isDigit(byte each) {
        return framing.prefix().encoding() == LengthPrefix.Encoding.EBCDIC && (each & 0xF0) == 0xF0;
    }
}

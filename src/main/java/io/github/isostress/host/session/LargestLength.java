package io.github.isostress.host.session;

import io.github.isostress.framing.Framing;
import java.util.Arrays;

/** The largest length that a framing's prefix can write. */
public final class LargestLength {
    private LargestLength() {}

    /** The frame with this length in place of the right one. */
    static byte[] announce(byte[] frame, Framing framing) {
        byte largestByte = switch (framing.prefix().encoding()) {
            case NONE -> throw new IllegalStateException("the framing has no length");
            case BINARY, BINARY_LITTLE_ENDIAN -> (byte) 0xFF;
            case BCD -> (byte) 0x99;
            case ASCII -> '9';
            case EBCDIC -> (byte) 0xF9;
            case HEX -> 'F';
        };
        byte[] announcing = frame.clone();
        int lead = framing.lead().length();
        Arrays.fill(announcing, lead, lead + framing.prefix().width(), largestByte);
        return announcing;
    }

    /**
     * @throws IllegalArgumentException with one clear sentence if the framing allows every length that its prefix can
     *     say
     */
    public static void require(Framing framing) {
        if (framing.prefix().width() == 0) {
            throw new IllegalArgumentException("rules: 'oversize length' needs a framing that begins with a length");
        }
        long largest = framing.prefix().largest();
        if (largest <= framing.maxLength()) {
            throw new IllegalArgumentException(
                    "rules: 'oversize length' needs a framing that can announce more than its"
                            + " maximum: its length goes to " + largest + " and its maximum is " + framing.maxLength()
                            + ", so give host and client the same max= below that, such as max="
                            + Math.min(largest - 1, 4096));
        }
    }
}

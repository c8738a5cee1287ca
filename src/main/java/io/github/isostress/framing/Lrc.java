package io.github.isostress.framing;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Which bytes the longitudinal redundancy check covers (LRC, also called BCC): the last byte of a frame, the XOR of
 * these.
 */
public enum Lrc {
    /** The frame has no LRC. */
    NONE("none"),
    /** From behind the lead to the end of the trailer, as in ISO 1745: not STX, but ETX. */
    BEHIND_LEAD("behind-lead"),
    /** From the first byte of the frame to the end of the trailer. */
    WHOLE("whole"),
    /** The message alone. */
    MESSAGE("message");

    private final String word;

    Lrc(String word) {
        this.word = word;
    }

    /** The value of {@code lrc=} in {@link FramingReader}. */
    public String word() {
        return word;
    }

    /** How many bytes the LRC takes: 1, or 0 for none. */
    public int width() {
        return this == NONE ? 0 : 1;
    }

    /**
     * Reads a word; a blank one is {@link #BEHIND_LEAD}.
     *
     * @throws IllegalArgumentException listing the words
     */
    static Lrc parse(String word) {
        return Arrays.stream(values())
                .filter(lrc -> lrc.word.equals(word.isEmpty() ? BEHIND_LEAD.word : word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("framing: lrc=" + word + " is none of "
                        + Arrays.stream(values()).map(Lrc::word).collect(Collectors.joining(", "))
                        + "; it is the XOR of the bytes it covers, and lrc alone is lrc=behind-lead"));
    }

    static byte xor(byte[] bytes, int from, int to) {
        byte xor = 0;
        for (int at = from; at < to; at++) {
            xor ^= bytes[at];
        }
        return xor;
    }
}

package io.github.isostress.framing;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which bytes of a frame its last byte is the XOR of: the longitudinal redundancy check, also called BCC. */
public enum Lrc {
    /** There is no such byte. */
    NONE("none"),
    /** All behind the lead up to and including the trailer, as in ISO 1745: STX is not covered, ETX is. */
    BEHIND_LEAD("behind-lead"),
    /** All from the first byte of the frame up to and including the trailer. */
    WHOLE("whole"),
    /** The message alone. */
    MESSAGE("message");

    private final String word;

    Lrc(String word) {
        this.word = word;
    }

    /** The word behind {@code lrc=} in {@link FramingReader}. */
    public String word() {
        return word;
    }

    /** How many bytes it takes: 1, or 0 for none. */
    public int width() {
        return this == NONE ? 0 : 1;
    }

    /**
     * The value of that word; a blank one is {@link #BEHIND_LEAD}.
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

package io.github.isostress.framing;

import java.util.List;
import java.util.Locale;

/** The parts of a frame in the order of the wire. All but the message may be absent. */
public enum FramePart {
    /** Bytes before the length, such as STX. */
    LEAD,
    LENGTH,
    /** Bytes between length and header that the length never counts, such as Visa's two zeros. */
    FILLER,
    /** Bytes before the message, such as a TPDU. */
    HEADER,
    MESSAGE,
    /** Bytes after the message, such as ETX. */
    TRAILER,
    /** The check byte at the end, see {@link Lrc}. */
    LRC;

    /** The parts besides the message that a length may count, in the order of the panel. */
    public static final List<FramePart> COUNTABLE = List.of(LENGTH, LEAD, HEADER, TRAILER, LRC);

    /** The word in a framing's text that says whether the length counts this part. */
    String countingWord(boolean counted) {
        if (this == LENGTH) {
            return counted ? "inclusive" : "exclusive";
        }
        return (counted ? "counts-" : "uncounted-") + name().toLowerCase(Locale.ROOT);
    }
}

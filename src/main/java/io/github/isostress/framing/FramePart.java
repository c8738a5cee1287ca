package io.github.isostress.framing;

import java.util.List;
import java.util.Locale;

/** What a frame consists of, in the order of the wire. Any but the message may be missing. */
public enum FramePart {
    /** In front of the length, such as STX. */
    LEAD,
    /** How much follows. */
    LENGTH,
    /** Between length and header, never counted, such as the two zero bytes of Visa's. */
    FILLER,
    /** In front of the message, such as a TPDU. */
    HEADER,
    MESSAGE,
    /** Behind the message, such as ETX. */
    TRAILER,
    /** The check byte at the end. */
    LRC;

    /** Those that a length counts or does not count beside the message. */
    public static final List<FramePart> COUNTABLE = List.of(LENGTH, LEAD, HEADER, TRAILER, LRC);

    /** The word of {@link FramingReader} that says whether the length counts this part. */
    public String countingWord(boolean counted) {
        if (this == LENGTH) {
            return counted ? "inclusive" : "exclusive";
        }
        return (counted ? "counts-" : "uncounted-") + name().toLowerCase(Locale.ROOT);
    }
}

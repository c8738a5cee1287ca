package io.github.isostress.framing;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.words.Plural;
import java.util.HexFormat;

/** Refuses bytes that break a rule of the framing, in one sentence. Used by one thread at a time. */
final class FrameChecks {
    private final Framing framing;
    private final FrameBuffer buffer;

    FrameChecks(Framing framing, FrameBuffer buffer) {
        this.framing = framing;
        this.buffer = buffer;
    }

    static FailureException badFrame(String particulars) {
        return new FailureException(Failure.BAD_FRAME, particulars);
    }

    void lead() throws FailureException {
        FixedBytes lead = framing.lead();
        if (!lead.standAt(buffer.at(0), buffer.bytes())) {
            throw badFrame(
                    "the frame begins with " + buffer.hex(0, lead.length()) + ", where its lead is " + hex(lead));
        }
    }

    void length(long length, FrameLayout layout) throws FailureException {
        if (length < 0) {
            throw badFrame(prefix() + ", which is no length");
        }
        if (layout.isOutOfBounds(length)) {
            throw new FailureException(
                    Failure.FRAME_LENGTH,
                    prefix() + ", a length of " + length + ", outside " + layout.least() + " to " + layout.most());
        }
    }

    private String prefix() {
        int lead = framing.lead().length();
        int width = framing.prefix().width();
        String bytes = width == 1 ? "byte" : Plural.of(width, "byte");
        return (lead == 0 ? "the first " + bytes : "the " + bytes + " behind the lead")
                + (width == 1 ? " is " : " are ")
                + buffer.hex(lead, lead + width);
    }

    /** The length of a received header; refuses one that does not fit between {@code start} and {@code end}. */
    int headerWithin(int start, int end) throws FailureException {
        int length = buffer.header(framing.header(), start, end);
        if (framing.header().hasOwnLength()) {
            ownLength(length, start);
        }
        if (length == FrameHeader.UNKNOWN || start + length > end) {
            throw badFrame("the header begins with " + buffer.hex(start, Math.min(start + 2, end))
                    + ", and its own length is more than the " + Plural.of(end - start, "byte")
                    + " that the frame has for header and message");
        }
        return length;
    }

    void ownLength(int length, int start) throws FailureException {
        if (length == 0 && framing.header().hasOwnLength()) {
            throw badFrame("the header's own length, its byte at " + start + ", is 00");
        }
    }

    /** A header that says its own length leaves the message's length open; so it is checked here. */
    void messageLength(int length) throws FailureException {
        if (length > framing.maxLength()) {
            throw new FailureException(
                    Failure.FRAME_LENGTH,
                    "the message has " + Plural.of(length, "byte") + ", the longest allowed " + framing.maxLength());
        }
    }

    void trailer(int messageEnd, int end) throws FailureException {
        if (!framing.trailer().standAt(buffer.at(messageEnd), buffer.bytes())) {
            throw badFrame("the frame of " + Plural.of(end, "byte") + " does not end with its trailer"
                    + (framing.lrc() == Lrc.NONE ? "" : " and the LRC"));
        }
    }

    void lrc(int messageStart, int messageEnd, int end) throws FailureException {
        if (framing.lrc() == Lrc.NONE) {
            return;
        }
        boolean messageAlone = framing.lrc() == Lrc.MESSAGE;
        int from = messageAlone ? messageStart : framing.lrcStart(messageStart - framing.length(FramePart.LEAD));
        int to = messageAlone ? messageEnd : end - 1;
        byte expected = Lrc.xor(buffer.bytes(), buffer.at(from), buffer.at(to));
        if (buffer.bytes()[buffer.at(end - 1)] != expected) {
            throw badFrame("the LRC is " + buffer.hex(end - 1, end) + ", expected was " + hex(expected)
                    + ", the XOR of the frame's bytes " + (from + 1) + " to " + to + " of " + end);
        }
    }

    private static String hex(byte value) {
        return HexFormat.of().withUpperCase().toHexDigits(value);
    }

    private static String hex(FixedBytes bytes) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes.toArray());
    }
}

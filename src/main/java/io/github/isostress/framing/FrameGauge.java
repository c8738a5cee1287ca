package io.github.isostress.framing;

import java.util.OptionalLong;

/** Measures received frames of one framing: where its parts stand and how long they are. Immutable. */
final class FrameGauge {
    private final Framing framing;
    private final LengthPrefix prefix;
    private final FrameHeader header;
    private final int lead;
    private final int headerStart;
    private final boolean headerCounted;
    private final int countedBefore;
    private final int countedBehind;
    private final int uncountedBehind;

    FrameGauge(Framing framing) {
        this.framing = framing;
        this.prefix = framing.prefix();
        this.header = framing.header();
        this.lead = framing.lead().length();
        this.headerStart = lead + prefix.width() + framing.filler().length();
        this.headerCounted = framing.counts(FramePart.HEADER);
        this.countedBefore = counted(FramePart.LEAD, true) + counted(FramePart.LENGTH, true);
        this.countedBehind = counted(FramePart.TRAILER, true) + counted(FramePart.LRC, true);
        this.uncountedBehind = counted(FramePart.TRAILER, false) + counted(FramePart.LRC, false);
    }

    private int counted(FramePart part, boolean counted) {
        return framing.counts(part) == counted ? framing.length(part) : 0;
    }

    /** How many bytes stand before header and message. */
    int headerStart() {
        return headerStart;
    }

    /** Whether the header must be looked at to know how long the frame is. */
    boolean needsHeaderFirst() {
        return header.hasOwnLength() && !headerCounted;
    }

    /** How many bytes of a header that is not counted follow the filler; {@link FrameHeader#UNKNOWN} as yet. */
    int uncountedHeader(byte[] bytes, int count) {
        return headerCounted ? 0 : header.received(bytes, headerStart, count);
    }

    /**
     * Whether a frame whose prefix says {@code length} has neither a message nor anything else that is counted behind
     * the prefix. Some hosts write 0 even where lengths count themselves, as jPOS's AmexChannel expects it.
     */
    boolean isPoll(long length) {
        return length == 0 || length == countedBefore;
    }

    boolean isOutOfBounds(long length) {
        return !isPoll(length) && (length < least() || length > most());
    }

    /** The least that the prefix of a received frame can say, for a message without a byte. */
    long least() {
        int shortestHeader = header.hasOwnLength() ? 1 : header.skip();
        return countedBefore + (headerCounted ? shortestHeader : 0) + countedBehind;
    }

    /** The most that the prefix of a received frame can say. */
    long most() {
        int longestHeader = header.hasOwnLength() ? FrameHeader.LONGEST_OF_ITS_OWN : header.skip();
        return Math.min(
                prefix.largest(),
                (long) countedBefore + (headerCounted ? longestHeader : 0) + countedBehind + framing.maxLength());
    }

    /** How many bytes a frame has in all whose prefix says {@code length}, which is not out of bounds. */
    long whole(long length, int uncountedHeader) {
        long counted = isPoll(length) ? 0 : length - countedBefore;
        return headerStart + uncountedHeader + counted + uncountedBehind;
    }

    /** How many bytes follow the message in such a frame: those of trailer and LRC, or of a poll what is not counted. */
    int behindMessage(boolean poll) {
        return uncountedBehind + (poll ? 0 : countedBehind);
    }

    OptionalLong announcedLength(byte[] bytes, int count) {
        if (prefix.width() == 0
                || count < lead + prefix.width()
                || !framing.lead().standAt(0, bytes)) {
            return OptionalLong.empty();
        }
        long length = prefix.read(bytes, lead);
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    OptionalLong announcedFrame(byte[] bytes, int count) {
        OptionalLong length = announcedLength(bytes, count);
        int uncountedHeader = uncountedHeader(bytes, count);
        return length.isEmpty() || isOutOfBounds(length.getAsLong()) || uncountedHeader == FrameHeader.UNKNOWN
                ? OptionalLong.empty()
                : OptionalLong.of(whole(length.getAsLong(), uncountedHeader));
    }
}

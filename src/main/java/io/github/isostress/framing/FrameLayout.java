package io.github.isostress.framing;

import java.util.OptionalLong;

/** Where the parts of a received frame stand and how long they are, by its framing. Immutable. */
final class FrameLayout {
    private final Framing framing;
    private final LengthPrefix prefix;
    private final FrameHeader header;
    private final int lead;
    private final int headerStart;
    private final boolean headerCounted;
    private final int countedBefore;
    private final int countedBehind;
    private final int uncountedBehind;

    FrameLayout(Framing framing) {
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

    /** The offset of the header in a received frame. */
    int headerStart() {
        return headerStart;
    }

    /** Whether the frame's length is known only once the header was read. */
    boolean needsHeaderFirst() {
        return header.hasOwnLength() && !headerCounted;
    }

    /**
     * The length of a header that the prefix does not count; 0 if it counts it; {@link FrameHeader#UNKNOWN} until it
     * has come.
     */
    int uncountedHeader(byte[] bytes, int count) {
        return headerCounted ? 0 : header.received(bytes, headerStart, count);
    }

    /**
     * Whether a frame whose prefix says {@code length} has no message. Some hosts write 0 even where the length counts
     * itself; jPOS's AmexChannel expects that.
     */
    boolean isPoll(long length) {
        return length == 0 || length == countedBefore;
    }

    boolean isOutOfBounds(long length) {
        return !isPoll(length) && (length < least() || length > most());
    }

    /** The smallest length a received prefix may say: that of an empty message. */
    long least() {
        int shortestHeader = header.hasOwnLength() ? 1 : header.skip();
        return countedBefore + (headerCounted ? shortestHeader : 0) + countedBehind;
    }

    /** The largest length a received prefix may say. */
    long most() {
        int longestHeader = header.hasOwnLength() ? FrameHeader.LONGEST_OWN_LENGTH : header.skip();
        return Math.min(
                prefix.largest(),
                (long) countedBefore + (headerCounted ? longestHeader : 0) + countedBehind + framing.maxLength());
    }

    /** The length in bytes of a whole frame whose prefix says {@code length}, which must be within bounds. */
    long whole(long length, int uncountedHeader) {
        long counted = isPoll(length) ? 0 : length - countedBefore;
        return headerStart + uncountedHeader + counted + uncountedBehind;
    }

    /** How many bytes follow the message. Trailer and LRC do; a poll has only those that the length does not count. */
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

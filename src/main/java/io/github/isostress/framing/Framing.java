package io.github.isostress.framing;

import io.github.isostress.failure.FailureException;
import io.github.isostress.words.Plural;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How a message is wrapped on the wire: lead, length, filler, header, message, trailer, LRC. Immutable.
 *
 * @param lead bytes before the length; a received frame must begin with them
 * @param prefix how the length is written
 * @param filler bytes between length and header, never counted; received ones are not checked
 * @param header bytes between length and message, such as a TPDU
 * @param trailer bytes after the message; a received frame must end with them. Without a length they mark the end of a
 *     frame
 * @param lrc which bytes the last byte is the XOR of
 * @param counted which of {@link FramePart#COUNTABLE} the length counts besides the message
 * @param answersPolls whether a received frame whose length is zero is sent back
 * @param quietMillis how long the line must be silent to end a frame without length and trailer, in ms: 1 to 10,000
 * @param maxLength the longest message, in bytes, that is sent or received: 1 to 100,000,000
 */
public record Framing(
        FixedBytes lead,
        LengthPrefix prefix,
        FixedBytes filler,
        FrameHeader header,
        FixedBytes trailer,
        Lrc lrc,
        Set<FramePart> counted,
        boolean answersPolls,
        int quietMillis,
        int maxLength) {

    /** The default of {@link #maxLength} in bytes, as in jPOS's channels. */
    public static final int DEFAULT_MAX_LENGTH = 100_000;

    /** The default of {@link #quietMillis}. */
    public static final int DEFAULT_QUIET_MILLIS = 20;

    /** No part but the message. */
    static final Framing BARE = new Framing(
            FixedBytes.NONE,
            LengthPrefix.NONE,
            FixedBytes.NONE,
            FrameHeader.parse(""),
            FixedBytes.NONE,
            Lrc.NONE,
            Set.of(FramePart.TRAILER),
            false,
            DEFAULT_QUIET_MILLIS,
            DEFAULT_MAX_LENGTH);

    private static final int LARGEST_MAX_LENGTH = 100_000_000;
    private static final int LONGEST_QUIET_MILLIS = 10_000;
    private static final byte STX = 2;

    public Framing {
        Set<FramePart> copy = EnumSet.noneOf(FramePart.class);
        copy.addAll(counted);
        counted = Collections.unmodifiableSet(copy);
        if (maxLength < 1 || maxLength > LARGEST_MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "max " + maxLength + " is outside 1 to " + LARGEST_MAX_LENGTH + " bytes");
        }
        if (quietMillis < 1 || quietMillis > LONGEST_QUIET_MILLIS) {
            throw new IllegalArgumentException(
                    "quiet " + quietMillis + " is outside 1 to " + LONGEST_QUIET_MILLIS + " ms");
        }
    }

    public boolean counts(FramePart part) {
        return counted.contains(part);
    }

    /** Whether the length counts itself. */
    public boolean inclusive() {
        return counts(FramePart.LENGTH);
    }

    /** A framing that reads frames as this one sends them, for headers that differ in the two directions. */
    public Framing asSent() {
        return new Framing(
                lead,
                prefix,
                filler,
                header.skipping(header.length()),
                trailer,
                lrc,
                counted,
                answersPolls,
                quietMillis,
                maxLength);
    }

    /** Whether a frame's end is found by its trailer alone. */
    boolean endsAtTrailer() {
        return prefix.width() == 0 && !trailer.isEmpty();
    }

    /** Whether a frame ends when nothing more comes. */
    boolean endsWhenQuiet() {
        return prefix.width() == 0 && trailer.isEmpty();
    }

    /** The length in bytes of a part as it is sent; 0 for the message. */
    public int length(FramePart part) {
        return switch (part) {
            case LEAD -> lead.length();
            case LENGTH -> prefix.width();
            case FILLER -> filler.length();
            case HEADER -> header.length();
            case MESSAGE -> 0;
            case TRAILER -> trailer.length();
            case LRC -> lrc.width();
        };
    }

    /** The offset of the message in a frame as it is sent. */
    public int messageStart() {
        return lead.length() + prefix.width() + filler.length() + header.length();
    }

    private int countedBeside() {
        int bytes = 0;
        for (int i = 0; i < FramePart.COUNTABLE.size(); i++) {
            FramePart part = FramePart.COUNTABLE.get(i);
            bytes += counts(part) ? length(part) : 0;
        }
        return bytes;
    }

    /** The longest message that can be wrapped, in bytes; below 1 if none can. */
    public long longestMessage() {
        return longestMessage(countedBeside());
    }

    private long longestMessage(int countedBeside) {
        return Math.min(maxLength, Math.min(prefix.largest() - countedBeside, header.longestMessage()));
    }

    /**
     * Wraps a message.
     *
     * @return the whole frame, to be sent in one write
     * @throws IllegalArgumentException if the message is longer than the framing allows
     */
    public byte[] wrap(byte[] message) {
        int countedBeside = countedBeside();
        if (message.length > longestMessage(countedBeside)) {
            throw new IllegalArgumentException("the message has " + Plural.of(message.length, "byte")
                    + ", the framing allows at most " + longestMessage(countedBeside));
        }
        int start = messageStart();
        int end = start + message.length;
        int trailerEnd = end + trailer.length();
        byte[] frame = new byte[trailerEnd + lrc.width()];
        lead.write(frame, 0);
        prefix.write(message.length + countedBeside, frame, lead.length());
        filler.write(frame, lead.length() + prefix.width());
        header.write(frame, start - header.length(), message.length);
        System.arraycopy(message, 0, frame, start, message.length);
        trailer.write(frame, end);
        if (lrc != Lrc.NONE) {
            frame[trailerEnd] = lrc == Lrc.MESSAGE
                    ? Lrc.xor(frame, start, end)
                    : Lrc.xor(frame, lrcStart(header.length()), trailerEnd);
        }
        return frame;
    }

    /**
     * The offset of the first byte that an LRC over more than the message covers. Where neither lead nor length comes
     * before the header and the header begins with STX, the LRC leaves the STX out.
     *
     * @param headerLength the header's length in this frame, in bytes
     */
    int lrcStart(int headerLength) {
        boolean stx = messageStart() == header.length()
                && Math.min(headerLength, header.length()) > 0
                && header.sent().at(0) == STX;
        return lrc == Lrc.WHOLE ? 0 : stx ? 1 : lead.length();
    }

    /**
     * The length that a frame's prefix says, whatever it counts, in bounds or not.
     *
     * @param bytes the first bytes of a frame
     * @return empty if there is no prefix, or it is incomplete or no number
     */
    public OptionalLong announcedLength(byte[] bytes) {
        return new FrameLayout(this).announcedLength(bytes, bytes.length);
    }

    /**
     * The length of a whole frame in bytes, as its prefix says.
     *
     * @param bytes the first bytes of a frame
     * @return empty if there is no {@link #announcedLength announced length}, if it is out of bounds, or if more of the
     *     header must come first
     */
    public OptionalLong announcedFrame(byte[] bytes) {
        return new FrameLayout(this).announcedFrame(bytes, bytes.length);
    }

    /**
     * The first complete frame with a message in these bytes; polls before it are dropped. Without length and trailer,
     * all bytes are the frame. Its times mean nothing.
     *
     * @return empty if the bytes hold no complete frame
     */
    public Optional<Frame> firstFrame(byte[] bytes) {
        try {
            return Optional.ofNullable(new FrameReader(ByteSource.of(bytes), this).read(System.nanoTime()));
        } catch (IOException | FailureException e) {
            return Optional.empty();
        }
    }

    /** The framing in the words of {@link FramingReader}. */
    @Override
    public String toString() {
        return FramingParts.of(this).words();
    }
}

package io.github.isostress.framing;

import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How a message is wrapped on the wire: lead, length, filler, header, then the message, then trailer and LRC. Immutable.
 *
 * @param lead bytes in front of the length; a received frame must begin with them
 * @param prefix how the length is written
 * @param filler bytes between length and header, never counted; what is received there is passed over
 * @param header bytes between length and message, such as a TPDU
 * @param trailer bytes behind the message, with which a received frame must end. Without a length they end the frame
 * @param lrc which bytes the last byte is the XOR of
 * @param counted which of {@link FramePart#COUNTABLE} the length counts beside the message
 * @param answersPolls whether a received frame whose length is zero is sent back
 * @param quietMillis how long the line must be silent to end a frame that has neither length nor trailer: 1 to 10,000
 * @param maxLength the longest message, in bytes, that is sent or taken for a frame: 1 to 100,000,000
 */
public record Framing(
        Octets lead,
        LengthPrefix prefix,
        Octets filler,
        FrameHeader header,
        Octets trailer,
        Lrc lrc,
        Set<FramePart> counted,
        boolean answersPolls,
        int quietMillis,
        int maxLength) {

    /** The longest message where nothing else is said, as in jPOS's channels. */
    public static final int DEFAULT_MAX_LENGTH = 100_000;

    /** How long the line must be silent where nothing else is said, in milliseconds. */
    public static final int DEFAULT_QUIET_MILLIS = 20;

    /** Messages and nothing else. */
    static final Framing BARE = new Framing(
            Octets.NONE,
            LengthPrefix.NONE,
            Octets.NONE,
            FrameHeader.parse(""),
            Octets.NONE,
            Lrc.NONE,
            Set.of(FramePart.TRAILER),
            false,
            DEFAULT_QUIET_MILLIS,
            DEFAULT_MAX_LENGTH);

    private static final int LARGEST_MAX_LENGTH = 100_000_000;
    private static final int LONGEST_QUIET_MILLIS = 10_000;
    private static final byte STX = 2;

    /** Copies the set and checks the ranges. */
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

    /** Whether the length counts that part. */
    public boolean counts(FramePart part) {
        return counted.contains(part);
    }

    /** Whether the length counts itself. */
    public boolean inclusive() {
        return counts(FramePart.LENGTH);
    }

    /** The same framing for frames as they are sent, whose headers may be of another length than those received. */
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

    /** How many bytes a part has in what is sent; the message has none here. */
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
            throw new IllegalArgumentException("the message has " + message.length
                    + " bytes, the framing allows at most " + longestMessage(countedBeside));
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
     * The first byte that an LRC covers which is not of the message alone. Without lead and length, that is the one
     * behind the STX with which a header begins.
     *
     * @param headerLength how many bytes of header the frame has
     */
    int lrcStart(int headerLength) {
        boolean stx = messageStart() == header.length()
                && Math.min(headerLength, header.length()) > 0
                && header.octets().at(0) == STX;
        return lrc == Lrc.WHOLE ? 0 : stx ? 1 : lead.length();
    }

    /**
     * The number that a frame's length prefix says, whatever it counts and whether or not a frame can have it.
     *
     * @param bytes the first bytes of a frame
     * @return empty if there is no prefix, if it is not whole, or if it is no number
     */
    public OptionalLong announcedLength(byte[] bytes) {
        return new FrameGauge(this).announcedLength(bytes, bytes.length);
    }

    /**
     * How many bytes a frame has in all, lead and prefix included, as its prefix says.
     *
     * @param bytes the first bytes of a frame
     * @return empty if there is no {@link #announcedLength announced length}, it is out of bounds, or the length of a
     *     header is not known yet
     */
    public OptionalLong announcedFrame(byte[] bytes) {
        return new FrameGauge(this).announcedFrame(bytes, bytes.length);
    }

    /**
     * The first whole frame in these bytes, keep-alives before it passed over. Without length and trailer it is all of
     * them. Its times say nothing.
     *
     * @return empty if they hold no whole frame
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

package io.github.isostress.wire;

import io.github.isostress.failure.FailureException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a message is wrapped on the wire: length, then header, then the message, then trailer. Immutable.
 *
 * @param prefix how the length is written
 * @param inclusive whether the length counts itself
 * @param countsHeader whether the length counts the header
 * @param header bytes sent between length and message, such as a TPDU
 * @param skippedHeader how many bytes stand between length and message in what is received
 * @param trailer bytes behind the message; the length counts them. Without a length they end the frame
 * @param maxLength the longest message, in bytes, that is sent or taken for a frame: 1 to 100,000,000
 */
public record Framing(
        LengthPrefix prefix,
        boolean inclusive,
        boolean countsHeader,
        byte[] header,
        int skippedHeader,
        byte[] trailer,
        int maxLength) {

    /** The longest message where nothing else is said, as in jPOS's channels. */
    public static final int DEFAULT_MAX_LENGTH = 100_000;

    private static final int LARGEST_MAX_LENGTH = 100_000_000;
    private static final int LONGEST_HEADER = 1_000;

    /** Copies the arrays and checks the ranges. */
    public Framing {
        header = header.clone();
        trailer = trailer.clone();
        if (skippedHeader < 0 || skippedHeader > LONGEST_HEADER) {
            throw new IllegalArgumentException(
                    "skip " + skippedHeader + " is outside 0 to " + LONGEST_HEADER + " bytes");
        }
        if (maxLength < 1 || maxLength > LARGEST_MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "max " + maxLength + " is outside 1 to " + LARGEST_MAX_LENGTH + " bytes");
        }
    }

    /** Equal framings have equal bytes in header and trailer. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Framing that
                && prefix.equals(that.prefix)
                && inclusive == that.inclusive
                && countsHeader == that.countsHeader
                && Arrays.equals(header, that.header)
                && skippedHeader == that.skippedHeader
                && Arrays.equals(trailer, that.trailer)
                && maxLength == that.maxLength;
    }

    @Override
    public int hashCode() {
        return Objects.hash(prefix, Arrays.hashCode(header), skippedHeader, Arrays.hashCode(trailer), maxLength);
    }

    /** Whether a frame's end is found by its trailer alone. */
    boolean endsAtTrailer() {
        return prefix.width() == 0 && trailer.length > 0;
    }

    /** Whether a frame ends when nothing more comes. */
    boolean endsWhenQuiet() {
        return prefix.width() == 0 && trailer.length == 0;
    }

    int trailerLength() {
        return trailer.length;
    }

    /** Whether the trailer stands in front of an offset, which is not to be less than its length. */
    boolean isTrailerBefore(int end, byte[] bytes) {
        return Arrays.equals(bytes, end - trailer.length, end, trailer, 0, trailer.length);
    }

    /**
     * Wraps a message.
     *
     * @return the whole frame, to be sent in one write
     * @throws IllegalArgumentException if the message is longer than the framing allows
     */
    public byte[] wrap(byte[] message) {
        long length = (long) message.length
                + trailer.length
                + (inclusive ? prefix.width() : 0)
                + (countsHeader ? header.length : 0);
        if (message.length > maxLength || length > prefix.largest()) {
            throw new IllegalArgumentException(
                    "the message has " + message.length + " bytes, the framing allows at most "
                            + Math.min(maxLength, prefix.largest() - (length - message.length)));
        }
        byte[] frame = new byte[prefix.width() + header.length + message.length + trailer.length];
        prefix.write((int) length, frame);
        int at = prefix.width();
        System.arraycopy(header, 0, frame, at, header.length);
        at += header.length;
        System.arraycopy(message, 0, frame, at, message.length);
        System.arraycopy(trailer, 0, frame, at + message.length, trailer.length);
        return frame;
    }

    /**
     * Whether a frame whose prefix says {@code length} is a keep-alive. Some hosts write 0 even where lengths count
     * themselves, as jPOS's AmexChannel expects it.
     */
    boolean isKeepAlive(long length) {
        return length == 0 || inclusive && length == prefix.width();
    }

    /** How many bytes follow the length prefix in a received frame whose prefix says {@code length}. */
    long bytesAfterPrefix(long length) {
        return length - (inclusive ? prefix.width() : 0) + uncountedHeader();
    }

    /** How many header bytes follow the length prefix of every received frame uncounted, a keep-alive's too. */
    int uncountedHeader() {
        return countsHeader ? 0 : skippedHeader;
    }

    /** The least that the prefix of a received frame can say, for a message without a byte. */
    long leastLength() {
        return (inclusive ? prefix.width() : 0) + (countsHeader ? skippedHeader : 0) + trailer.length;
    }

    /** The most that the prefix of a received frame can say. */
    long mostLength() {
        return Math.min(prefix.largest(), leastLength() + maxLength);
    }

    /**
     * The number that a frame's length prefix says, whatever it counts and whether or not a frame can have it.
     *
     * @param bytes the first bytes of a frame
     * @return empty if there is no prefix, if it is not whole, or if it is no number
     */
    public OptionalLong announcedLength(byte[] bytes) {
        return announcedLength(bytes, bytes.length);
    }

    private OptionalLong announcedLength(byte[] bytes, int count) {
        if (prefix.width() == 0 || count < prefix.width()) {
            return OptionalLong.empty();
        }
        long length = prefix.read(bytes, 0);
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /**
     * How many bytes a frame has in all, the prefix included, as its prefix says.
     *
     * @param bytes the first bytes of a frame
     * @return empty if there is no {@link #announcedLength announced length} or it is out of bounds
     */
    public OptionalLong announcedFrame(byte[] bytes) {
        return announcedFrame(bytes, bytes.length);
    }

    OptionalLong announcedFrame(byte[] bytes, int count) {
        OptionalLong length = announcedLength(bytes, count);
        if (length.isEmpty()) {
            return length;
        }
        if (isKeepAlive(length.getAsLong())) {
            return OptionalLong.of(prefix.width() + (long) uncountedHeader());
        }
        return length.getAsLong() < leastLength() || length.getAsLong() > mostLength()
                ? OptionalLong.empty()
                : OptionalLong.of(prefix.width() + bytesAfterPrefix(length.getAsLong()));
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

    /** A copy of the bytes sent between length and message. */
    @Override
    public byte[] header() {
        return header.clone();
    }

    /** A copy of the bytes behind the message. */
    @Override
    public byte[] trailer() {
        return trailer.clone();
    }

    /** The framing in the words of {@link FramingText}. */
    @Override
    public String toString() {
        return "length=" + prefix + (inclusive ? " inclusive" : "") + (countsHeader ? " counts-header" : "")
                + hexWord(" header=", header)
                + (skippedHeader == header.length ? "" : " skip=" + skippedHeader)
                + hexWord(" trailer=", trailer)
                + (maxLength == DEFAULT_MAX_LENGTH ? "" : " max=" + maxLength);
    }

    private static String hexWord(String word, byte[] bytes) {
        return bytes.length == 0 ? "" : word + HexFormat.of().formatHex(bytes);
    }
}

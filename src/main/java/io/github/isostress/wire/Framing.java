package io.github.isostress.wire;

import java.util.HexFormat;

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

    /** Whether a frame's end is found by its trailer alone. */
    boolean endsAtTrailer() {
        return prefix.width() == 0 && trailer.length > 0;
    }

    /** Whether a frame ends when nothing more comes. */
    boolean endsWhenQuiet() {
        return prefix.width() == 0 && trailer.length == 0;
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

    /** Bytes round the message in a received frame, the length prefix left out. */
    int receivedOverhead() {
        return skippedHeader + trailer.length;
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

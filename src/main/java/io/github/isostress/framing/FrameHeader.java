package io.github.isostress.framing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes between length and message, such as a TPDU or a Visa header. Immutable.
 *
 * @param sent the bytes that are sent; zeros where the length is written
 * @param lengthAt offset of the length of header and message in them, written big-endian
 * @param lengthWidth how many bytes that length takes: 1 to 4, or 0 for none
 * @param skip how many header bytes are received: 0 to 1,000, or {@link #OWN_LENGTH}
 */
public record FrameHeader(FixedBytes sent, int lengthAt, int lengthWidth, int skip) {
    /** The received header says its own length. */
    public static final int OWN_LENGTH = Integer.MIN_VALUE;

    /** {@link #received} gives this until enough bytes have come. */
    static final int UNKNOWN = -1;

    /** Bytes of two headers of 255 bytes each. */
    static final int LONGEST_OWN_LENGTH = 510;

    private static final int LONGEST_SKIPPED = 1_000;
    private static final int WIDEST_LENGTH = 4;
    private static final int ANOTHER_FOLLOWS = 0x80;
    private static final Pattern WITH_LENGTH = Pattern.compile("([0-9A-Fa-f]*?)([Ll]*)([0-9A-Fa-f]*)");

    public FrameHeader {
        if (skip != OWN_LENGTH && (skip < 0 || skip > LONGEST_SKIPPED)) {
            throw new IllegalArgumentException("skip " + skip + " is outside 0 to " + LONGEST_SKIPPED + " bytes");
        }
    }

    /** Reads hex digits, with {@code LL} for each byte of the length. As many bytes are received as are sent. */
    public static FrameHeader parse(String digits) {
        Matcher match = WITH_LENGTH.matcher(digits);
        boolean wholeBytes = match.matches()
                && match.group(1).length() % 2 == 0
                && match.group(2).length() % 2 == 0
                && match.group(3).length() % 2 == 0;
        if (!wholeBytes || match.group(2).length() > 2 * WIDEST_LENGTH) {
            throw new IllegalArgumentException("framing: header=" + digits + " is not an even number of hex digits"
                    + (digits.matches("[^Ll]*")
                            ? ""
                            : " with LL to LLLLLLLL, once, for the length of header and message"));
        }
        FixedBytes sent =
                FixedBytes.ofHex(match.group(1) + "0".repeat(match.group(2).length()) + match.group(3));
        return new FrameHeader(sent, match.group(1).length() / 2, match.group(2).length() / 2, sent.length());
    }

    /** A header that is sent alike, but received with another length; {@link #OWN_LENGTH} is allowed. */
    public FrameHeader skipping(int received) {
        return new FrameHeader(sent, lengthAt, lengthWidth, received);
    }

    /** How many header bytes are sent. */
    public int length() {
        return sent.length();
    }

    /** Whether the first byte of a received header says how many bytes the header has. */
    public boolean hasOwnLength() {
        return skip == OWN_LENGTH;
    }

    /** The longest message in bytes whose length fits into the header. */
    long longestMessage() {
        return lengthWidth == 0 ? Long.MAX_VALUE : (1L << 8 * lengthWidth) - 1 - countedInItself();
    }

    /**
     * The header's length without zeros at its beginning: Visa's two zeros are a filler behind the length, not counted.
     */
    private int countedInItself() {
        int zeros = 0;
        while (zeros < lengthAt && sent.at(zeros) == 0) {
            zeros++;
        }
        return sent.length() - zeros;
    }

    void write(byte[] frame, int at, int messageLength) {
        sent.write(frame, at);
        int rest = messageLength + (lengthWidth == 0 ? 0 : countedInItself());
        for (int i = at + lengthAt + lengthWidth - 1; i >= at + lengthAt; i--) {
            frame[i] = (byte) rest;
            rest >>>= 8;
        }
    }

    /**
     * The length of a received header in bytes. A header that says its own length does so in its first byte. If the
     * first bit of the second byte is set, another such header follows: Visa sends two with a message that it rejects.
     *
     * @param end offset behind the last byte that has come
     * @return {@link #UNKNOWN} if too few bytes have come; 0 if the header says 0
     */
    int received(byte[] bytes, int at, int end) {
        if (!hasOwnLength()) {
            return skip;
        }
        int first = lengthIn(bytes, at, end);
        if (first <= 1) {
            return first;
        }
        if (at + 1 >= end) {
            return UNKNOWN;
        }
        if ((bytes[at + 1] & ANOTHER_FOLLOWS) == 0) {
            return first;
        }
        int second = lengthIn(bytes, at + first, end);
        return second <= 0 ? second : first + second;
    }

    private static int lengthIn(byte[] bytes, int at, int end) {
        return at < end ? bytes[at] & 0xFF : UNKNOWN;
    }

    /** The header that is sent, in the form that {@link #parse} reads. */
    @Override
    public String toString() {
        String digits = sent.toString();
        int from = 2 * lengthAt;
        int to = from + 2 * lengthWidth;
        return digits.substring(0, from) + "L".repeat(to - from) + digits.substring(to);
    }
}

package io.github.isostress.framing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between length and message. Immutable.
 *
 * @param octets sent; zeros where a length is written into them
 * @param lengthAt where in them the number of bytes of header and message is written, big-endian
 * @param lengthWidth how many bytes it takes: 1 to 4, or 0 for none
 * @param skip how many bytes stand there in what is received: 0 to 1,000, or {@link #OWN_LENGTH}
 */
public record FrameHeader(Octets octets, int lengthAt, int lengthWidth, int skip) {
    /** A received header says itself how long it is. */
    public static final int OWN_LENGTH = Integer.MIN_VALUE;

    /** What {@link #received} says while too few bytes have come. */
    static final int UNKNOWN = -1;

    /** Two headers whose first bytes are 255. */
    static final int LONGEST_OF_ITS_OWN = 510;

    private static final int LONGEST_SKIPPED = 1_000;
    private static final int WIDEST_LENGTH = 4;
    private static final int ANOTHER_FOLLOWS = 0x80;
    private static final Pattern WITH_LENGTH = Pattern.compile("([0-9A-Fa-f]*?)([Ll]*)([0-9A-Fa-f]*)");

    /** Checks the range. */
    public FrameHeader {
        if (skip != OWN_LENGTH && (skip < 0 || skip > LONGEST_SKIPPED)) {
            throw new IllegalArgumentException("skip " + skip + " is outside 0 to " + LONGEST_SKIPPED + " bytes");
        }
    }

    /** The header in hex digits, with {@code LL} for each byte of the length; as many bytes are received as are sent. */
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
        Octets octets = Octets.ofHex(match.group(1) + "0".repeat(match.group(2).length()) + match.group(3));
        return new FrameHeader(
                octets, match.group(1).length() / 2, match.group(2).length() / 2, octets.length());
    }

    public FrameHeader skipping(int bytes) {
        return new FrameHeader(octets, lengthAt, lengthWidth, bytes);
    }

    /** How many bytes are sent. */
    public int length() {
        return octets.length();
    }

    /** Whether a received header's first byte says how many bytes it has. */
    public boolean hasOwnLength() {
        return skip == OWN_LENGTH;
    }

    /** The longest message whose length can be written into the header. */
    long longestMessage() {
        return lengthWidth == 0 ? Long.MAX_VALUE : (1L << 8 * lengthWidth) - 1 - countedInItself();
    }

    /** Zeros at its beginning are no part of a header that carries a length: Visa's two are a filler behind the length. */
    private int countedInItself() {
        int zeros = 0;
        while (zeros < lengthAt && octets.at(zeros) == 0) {
            zeros++;
        }
        return octets.length() - zeros;
    }

    void write(byte[] frame, int at, int messageLength) {
        octets.write(frame, at);
        int rest = messageLength + (lengthWidth == 0 ? 0 : countedInItself());
        for (int i = at + lengthAt + lengthWidth - 1; i >= at + lengthAt; i--) {
            frame[i] = (byte) rest;
            rest >>>= 8;
        }
    }

    /**
     * How many bytes a received header has. One that says its length itself does so in its first byte; if the first bit
     * of its second byte is set, another such header follows it, as in what Visa rejects.
     *
     * @param end how far the bytes go
     * @return {@link #UNKNOWN} if they do not go far enough; 0 if the header says 0 itself
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

    /** The header sent, as {@link #parse} reads it. */
    @Override
    public String toString() {
        String digits = octets.toString();
        int from = 2 * lengthAt;
        int to = from + 2 * lengthWidth;
        return digits.substring(0, from) + "L".repeat(to - from) + digits.substring(to);
    }
}

package io.github.isostress.framing;

import io.github.isostress.words.Plural;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the length in front of a frame is written: an encoding and a width. Immutable.
 *
 * <p>To add a way to write it, add a constant of {@link Encoding}, its word, and its cases below; then list it in the
 * connection's panel ({@code FramingPane}), in its label, in the help and in {@code framing.md}.
 *
 * @param encoding how the number is written
 * @param width how many bytes it takes: 0 for none, 1 to 4 in binary, 1 to 4 in BCD, 1 to 9 ASCII or EBCDIC digits, 1
 *     to 7 hex digits
 */
public record LengthPrefix(Encoding encoding, int width) {
    public static final LengthPrefix NONE = new LengthPrefix(Encoding.NONE, 0);

    private static final int EBCDIC_ZERO = 0xF0;

    private static final Pattern SYNTAX = Pattern.compile("(binary|bcd|ascii|ebcdic|hex)(\\d)(-le)?");

    /** How the digits or bytes of a length are written. */
    public enum Encoding {
        NONE(0),
        BINARY(4),
        BINARY_LITTLE_ENDIAN(4),
        BCD(4),
        ASCII(9),
        EBCDIC(9),
        HEX(7);

        private final int maxWidth;

        Encoding(int maxWidth) {
            this.maxWidth = maxWidth;
        }
    }

    public LengthPrefix {
        int least = encoding == Encoding.NONE ? 0 : 1;
        if (width < least || width > encoding.maxWidth) {
            throw new IllegalArgumentException("a length prefix of " + Plural.of(width, "byte") + " is outside " + least
                    + " to " + encoding.maxWidth + " for " + encoding.name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Reads {@code none}, {@code binary1} to {@code binary4}, {@code binary1-le} to {@code binary4-le} for
     * little-endian, {@code bcd1} to {@code bcd4}, {@code ascii1} to {@code ascii9}, {@code ebcdic1} to {@code
     * ebcdic9}, {@code hex1} to {@code hex7}.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public static LengthPrefix parse(String text) {
        if (text.equals("none")) {
            return NONE;
        }
        Matcher match = SYNTAX.matcher(text);
        if (!match.matches() || (match.group(3) != null && !match.group(1).equals("binary"))) {
            throw new IllegalArgumentException("length '" + text
                    + "' is none of none, binary1-4, binary1-4 with -le, bcd1-4, ascii1-9, ebcdic1-9, hex1-7");
        }
        Encoding encoding = match.group(3) != null
                ? Encoding.BINARY_LITTLE_ENDIAN
                : Encoding.valueOf(match.group(1).toUpperCase(Locale.ROOT));
        return new LengthPrefix(encoding, Integer.parseInt(match.group(2)));
    }

    /** The largest length that can be written. */
    public long largest() {
        return switch (encoding) {
            case NONE -> Integer.MAX_VALUE;
            case BINARY, BINARY_LITTLE_ENDIAN -> (1L << 8 * width) - 1;
            case BCD -> power(10, 2 * width) - 1;
            case ASCII, EBCDIC -> power(10, width) - 1;
            case HEX -> power(16, width) - 1;
        };
    }

    private static long power(long base, int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }

    /** Writes a length, 0 to {@link #largest()}, into {@link #width()} bytes from {@code offset} on. */
    void write(int length, byte[] frame, int offset) {
        switch (encoding) {
            case NONE -> {}
            case BINARY -> writeBinary(length, frame, offset + width - 1, -1);
            case BINARY_LITTLE_ENDIAN -> writeBinary(length, frame, offset, 1);
            case BCD -> writeBcd(length, frame, offset);
            case ASCII -> writeDigits(length, frame, offset, 10, '0');
            case EBCDIC -> writeDigits(length, frame, offset, 10, EBCDIC_ZERO);
            case HEX -> writeDigits(length, frame, offset, 16, '0');
        }
    }

    private void writeBinary(int length, byte[] frame, int lowest, int step) {
        int rest = length;
        for (int i = 0, at = lowest; i < width; i++, at += step) {
            frame[at] = (byte) rest;
            rest >>>= 8;
        }
    }

    private void writeBcd(int length, byte[] frame, int offset) {
        int rest = length;
        for (int at = offset + width - 1; at >= offset; at--) {
            frame[at] = (byte) (rest / 10 % 10 << 4 | rest % 10);
            rest /= 100;
        }
    }

    private void writeDigits(int length, byte[] frame, int offset, int radix, int zero) {
        int rest = length;
        for (int at = offset + width - 1; at >= offset; at--) {
            int digit = rest % radix;
            frame[at] = (byte) (digit < 10 ? zero + digit : 'A' + digit - 10);
            rest /= radix;
        }
    }

    /**
     * Reads the length from {@link #width()} bytes.
     *
     * @return -1 if the bytes are no length in this encoding
     */
    long read(byte[] bytes, int offset) {
        return switch (encoding) {
            case NONE -> -1;
            case BINARY -> readBinary(bytes, offset, 1);
            case BINARY_LITTLE_ENDIAN -> readBinary(bytes, offset + width - 1, -1);
            case BCD -> readBcd(bytes, offset);
            case ASCII, EBCDIC -> readDigits(bytes, offset, 10);
            case HEX -> readDigits(bytes, offset, 16);
        };
    }

    private long readBinary(byte[] bytes, int highest, int step) {
        long length = 0;
        for (int i = 0, at = highest; i < width; i++, at += step) {
            length = length << 8 | bytes[at] & 0xFF;
        }
        return length;
    }

    private long readBcd(byte[] bytes, int offset) {
        long length = 0;
        for (int at = offset; at < offset + width; at++) {
            int high = bytes[at] >> 4 & 0xF;
            int low = bytes[at] & 0xF;
            if (high > 9 || low > 9) {
                return -1;
            }
            length = length * 100 + high * 10 + low;
        }
        return length;
    }

    private long readDigits(byte[] bytes, int offset, int radix) {
        long length = 0;
        for (int at = offset; at < offset + width; at++) {
            int digit = encoding == Encoding.EBCDIC ? ebcdicDigit(bytes[at]) : Character.digit(bytes[at], radix);
            if (digit < 0) {
                return -1;
            }
            length = length * radix + digit;
        }
        return length;
    }

    private static int ebcdicDigit(byte character) {
        int digit = (character & 0xFF) - EBCDIC_ZERO;
        return digit > 9 ? -1 : digit;
    }

    /** The prefix in the form that {@link #parse} reads. */
    @Override
    public String toString() {
        return switch (encoding) {
            case NONE -> "none";
            case BINARY_LITTLE_ENDIAN -> "binary" + width + "-le";
            default -> encoding.name().toLowerCase(Locale.ROOT) + width;
        };
    }
}

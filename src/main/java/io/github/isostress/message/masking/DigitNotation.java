package io.github.isostress.message.masking;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Turns digits in ASCII, EBCDIC and BCD into ASCII digits at the same offsets. Stateless and thread-safe. */
final class DigitNotation {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    /** Printable characters in a row that are hardly ever BCD, though three in five BCD bytes are printable. */
    private static final int SURELY_TEXT = 32;
    /** ASCII digits in a row that are hardly ever BCD, in which every second digit would be a 3. */
    private static final int SURELY_DIGITS = 8;

    /** Bytes of a card number of 19 digits. */
    private static final int LONGEST_IN_BCD = 10;

    private static final byte[] ASCII_OF_EBCDIC = asciiOfEbcdic();

    private DigitNotation() {}

    private static byte[] asciiOfEbcdic() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return characters(new String(all, Charset.forName("IBM1047")));
    }

    /** One byte a character; characters outside ISO 8859-1 are no digits. */
    static byte[] characters(String text) {
        byte[] characters = new byte[text.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = text.charAt(i) > 0xFF ? 0 : (byte) text.charAt(i);
        }
        return characters;
    }

    /** The bytes as EBCDIC text, one character a byte; empty if too few digits stand together. */
    static Optional<byte[]> fromEbcdic(byte[] bytes) {
        int digits = 0;
        for (byte each : bytes) {
            digits += (each & 0xFF) >= 0xF0 && (each & 0xFF) <= 0xF9 ? 1 : 0;
        }
        if (digits < CardNumbers.SHORTEST) {
            return Optional.empty();
        }
        byte[] characters = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            characters[i] = ASCII_OF_EBCDIC[bytes[i] & 0xFF];
        }
        return Optional.of(characters);
    }

    /** Two characters a byte, its hex digits, but blanks for bytes that are text. */
    static byte[] halves(byte[] bytes) {
        byte[] digits = new byte[2 * bytes.length];
        int text = 0;
        int decimals = 0;
        for (int i = 0; i <= bytes.length; i++) {
            boolean isText = i < bytes.length && bytes[i] >= ' ' && bytes[i] <= '~';
            boolean isDecimal = isText && DigitRun.isDigit(bytes[i]);
            if (!isDecimal) {
                blank(bytes, digits, i - decimals, i, SURELY_DIGITS);
                decimals = -1;
            }
            if (!isText) {
                blank(bytes, digits, i - text, i, SURELY_TEXT);
                text = -1;
            }
            text++;
            decimals++;
            if (i < bytes.length) {
                digits[2 * i] = HEX[bytes[i] >> 4 & 0xF];
                digits[2 * i + 1] = HEX[bytes[i] & 0xF];
            }
        }
        return digits;
    }

    /** Where BCD touches the text, the bytes at that end may be the rest of a card number. */
    private static void blank(byte[] bytes, byte[] digits, int start, int end, int least) {
        if (end - start >= least) {
            boolean behindBcd = start > 0 && isBcd(bytes[start - 1]);
            boolean beforeBcd = end < bytes.length && isBcd(bytes[end]);
            int from = behindBcd ? start + LONGEST_IN_BCD : start;
            int to = beforeBcd ? end - LONGEST_IN_BCD : end;
            if (from < to) {
                Arrays.fill(digits, 2 * from, 2 * to, (byte) 'x');
            }
        }
    }

    /** Zeros are filling more often than digits. */
    private static boolean isBcd(byte two) {
        return two != 0 && (two & 0xF0) <= 0x90 && (two & 0x0F) <= 9;
    }
}

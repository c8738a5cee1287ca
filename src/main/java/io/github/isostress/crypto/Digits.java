package io.github.isostress.crypto;

/** Decimal digits, as card data are. What is refused is never shown: it may be a card number or a PIN. */
public final class Digits {
    private static final int DIGIT_BITS = 4;
    private static final int NIBBLE = 0xF;
    private static final int BASE = 10;

    private Digits() {}

    /**
     * Demands decimal digits alone, of a length.
     *
     * @param what the value is, with its article: {@code the PAN}
     * @return the text itself
     * @throws IllegalArgumentException with one clear sentence
     */
    public static String require(String what, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            String lengths = least == most ? String.valueOf(least) : least + " to " + most;
            throw new IllegalArgumentException(
                    what + " must have " + lengths + (most == 1 ? " digit" : " digits") + ", not " + text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw new IllegalArgumentException(
                        what + " must have digits alone, but character " + (i + 1) + " is none");
            }
        }
        return text;
    }

    /** Two digits a byte; the text has an even number of digits. */
    public static byte[] packed(CharSequence digits) {
        byte[] bytes = new byte[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (digits.charAt(2 * i) - '0' << DIGIT_BITS | digits.charAt(2 * i + 1) - '0');
        }
        return bytes;
    }

    /**
     * Decimal digits out of enciphered or hashed bytes: their decimal digits from the left, then their letters, A as 0 to
     * F as 5 (Visa's PVV and CVV; EMV Book 2, A1.4.2).
     *
     * @param count how many, at most two a byte
     */
    public static String selected(byte[] bytes, int count) {
        StringBuilder digits = new StringBuilder(2 * bytes.length);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 2 * bytes.length; i++) {
            int nibble = nibble(bytes, i);
            (nibble < BASE ? digits : letters).append((char) ('0' + nibble % BASE));
        }
        return digits.append(letters).substring(0, count);
    }

    /**
     * Decimal digits out of enciphered bytes: each hex digit as a table has it (IBM 3624).
     *
     * @param table 16 digits, for 0 to F
     */
    public static String tabled(byte[] bytes, String table) {
        StringBuilder digits = new StringBuilder(2 * bytes.length);
        for (int i = 0; i < 2 * bytes.length; i++) {
            digits.append(table.charAt(nibble(bytes, i)));
        }
        return digits.toString();
    }

    private static int nibble(byte[] bytes, int at) {
        return bytes[at / 2] >> (at % 2 == 0 ? DIGIT_BITS : 0) & NIBBLE;
    }
}

package io.github.isostress.crypto;

/** Text of decimal digits, as card data are. What is refused is never shown: it may be a card number or a PIN. */
public final class Digits {
    private static final int DIGIT_BITS = 4;

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
            throw new IllegalArgumentException(what + " must have " + lengths + " digits, not " + text.length());
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
}

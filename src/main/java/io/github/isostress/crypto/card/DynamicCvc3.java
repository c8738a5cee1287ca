package io.github.isostress.crypto.card;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.DoubleLength;
import io.github.isostress.crypto.mac.MacAlgorithm;
import io.github.isostress.crypto.mac.MacPadding;
import io.github.isostress.words.Plural;
import java.util.Arrays;

/**
 * Mastercard's dynamic CVC3 of a contactless card with a magnetic stripe profile (PayPass Mag Stripe): new for each
 * transaction, by its counter and unpredictable number.
 */
public final class DynamicCvc3 {
    private static final int BLOCK = 8;
    private static final int SHORT = 2;
    private static final int COUNTER = 2;
    private static final int UNPREDICTABLE = 4;
    private static final int MOST_DIGITS = 5;

    private DynamicCvc3() {}

    /**
     * The value, five digits, of which a track takes those on the right.
     *
     * @param card the card's key for CVC3, 3DES of 16 bytes
     * @param track the static track data: of track 2 packed, with F behind an odd number of digits; of track 1 in ASCII
     * @param counter ATC, 2 bytes
     * @param unpredictable number, 4 bytes
     * @throws IllegalArgumentException with one clear sentence if one of them has another length
     */
    public static String of(CipherKey card, byte[] track, byte[] counter, byte[] unpredictable) {
        requireLength("the ATC", counter, COUNTER);
        requireLength("the unpredictable number", unpredictable, UNPREDICTABLE);
        DoubleLength.require("a card's key for CVC3", card);
        byte[] mac =
                MacAlgorithm.RETAIL.with(card, MacPadding.BIT_AND_ZEROS, BLOCK).of(track);
        byte[] block = Arrays.copyOf(Arrays.copyOfRange(mac, BLOCK - SHORT, BLOCK), BLOCK);
        System.arraycopy(unpredictable, 0, block, SHORT, UNPREDICTABLE);
        System.arraycopy(counter, 0, block, SHORT + UNPREDICTABLE, COUNTER);
        card.encrypt(block, 0, block, 0);
        int value = (block[BLOCK - 2] & 0xFF) << Byte.SIZE | block[BLOCK - 1] & 0xFF;
        String digits = "0".repeat(MOST_DIGITS) + value;
        return digits.substring(digits.length() - MOST_DIGITS);
    }

    private static void requireLength(String what, byte[] value, int length) {
        if (value.length != length) {
            throw new IllegalArgumentException(
                    what + " must have " + Plural.of(length, "byte") + ", not " + value.length);
        }
    }
}

package io.github.isostress.crypto.card;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.Digits;
import io.github.isostress.crypto.DoubleLength;
import io.github.isostress.crypto.mac.MacAlgorithm;
import io.github.isostress.crypto.mac.MacPadding;
import io.github.isostress.crypto.mac.MessageMac;

/**
 * Visa's card verification value, which Mastercard's CVC and others equal: CVV on the stripe, CVV2 with service code 000
 * beside the signature, iCVV with service code 999 in the chip. Immutable and thread-safe.
 */
public final class CardVerificationValue {
    /** The service code that stands for a printed value. */
    public static final String PRINTED = "000";

    /** The service code that stands for a value in a chip. */
    public static final String IN_CHIP = "999";

    private static final int DIGITS = 3;
    private static final int SHORTEST_PAN = 8;
    private static final int LONGEST_PAN = 19;
    private static final int EXPIRY = 4;
    private static final int SERVICE_CODE = 3;
    private static final int DATA_DIGITS = 32;
    private static final int BLOCK = 8;

    /** What the algorithm does to its two blocks is what the retail MAC does. */
    private final MessageMac mac;

    /**
     * Values under a key.
     *
     * @param key CVK A and B, one behind the other: 3DES of 16 bytes
     * @throws IllegalArgumentException with one clear sentence if it is another one
     */
    public CardVerificationValue(CipherKey key) {
        DoubleLength.require("a CVK", key);
        this.mac = MacAlgorithm.RETAIL.with(key, MacPadding.NONE, BLOCK);
    }

    /**
     * The value of a card, three digits.
     *
     * @param pan 8 to 19 digits
     * @param expiry four digits in the issuer's order, YYMM or MMYY
     * @param serviceCode three digits
     * @throws IllegalArgumentException with one clear sentence that shows none of them
     */
    public String of(String pan, String expiry, String serviceCode) {
        Digits.require("the PAN", pan, SHORTEST_PAN, LONGEST_PAN);
        Digits.require("the expiry date", expiry, EXPIRY, EXPIRY);
        Digits.require("the service code", serviceCode, SERVICE_CODE, SERVICE_CODE);
        String digits = pan + expiry + serviceCode;
        byte[] data = Digits.packed(digits + "0".repeat(DATA_DIGITS - digits.length()));
        return Digits.selected(mac.of(data), DIGITS);
    }
}

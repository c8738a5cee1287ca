package io.github.isostress.crypto.card;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.Digits;
import java.util.HexFormat;

/**
 * The IBM 3624 method: a card's natural PIN follows from its validation data, and an offset leads from there to the PIN
 * its holder has chosen. Immutable and thread-safe.
 */
public final class PinOffset {
    /** Letters become the digits 0 to 5, as most issuers have it. */
    public static final String USUAL_TABLE = "0123456789012345";

    private static final int SHORTEST_PIN = 4;
    private static final int LONGEST_PIN = 12;
    private static final int TABLE = 16;
    private static final int BLOCK_DIGITS = 16;
    private static final int ACCOUNT = 12;
    private static final int SHORTEST_PAN = 13;
    private static final int LONGEST_PAN = 19;
    private static final int BASE = 10;

    private final CipherKey key;
    private final String table;

    /**
     * Offsets under a key.
     *
     * @param key PVK, 3DES
     * @param table decimalisation table, 16 digits
     * @throws IllegalArgumentException with one clear sentence if one of them is another
     */
    public PinOffset(CipherKey key, String table) {
        if (key.algorithm() != CipherAlgorithm.TDES) {
            throw new IllegalArgumentException("a PVK must be a 3DES key, not one of " + key.algorithm());
        }
        this.key = key;
        this.table = requireTable(table);
    }

    /**
     * Demands a decimalisation table.
     *
     * @return the table itself
     * @throws IllegalArgumentException with one clear sentence if it has not 16 digits
     */
    public static String requireTable(String table) {
        return Digits.require("the decimalisation table", table, TABLE, TABLE);
    }

    /**
     * The validation data most issuers take: the twelve digits before the check digit, and F behind them.
     *
     * @throws IllegalArgumentException with one clear sentence if the PAN has not 13 to 19 digits
     */
    public static String validationData(String pan) {
        Digits.require("the PAN", pan, SHORTEST_PAN, LONGEST_PAN);
        int end = pan.length() - 1;
        return pan.substring(end - ACCOUNT, end) + "F".repeat(BLOCK_DIGITS - ACCOUNT);
    }

    /**
     * The natural PIN.
     *
     * @param validationData 16 hex digits
     * @param length 4 to 12
     * @throws IllegalArgumentException with one clear sentence if one of them is another
     */
    public String naturalPin(String validationData, int length) {
        byte[] block = block(validationData);
        key.encrypt(block, 0, block, 0);
        return Digits.tabled(block, table).substring(0, length);
    }

    /**
     * The offset of a chosen PIN, as long as the PIN.
     *
     * @param validationData 16 hex digits
     * @param pin 4 to 12 digits
     * @throws IllegalArgumentException with one clear sentence that shows neither
     */
    public String of(String validationData, String pin) {
        Digits.require("the PIN", pin, SHORTEST_PIN, LONGEST_PIN);
        return shifted(pin, naturalPin(validationData, pin.length()), -1);
    }

    /**
     * The chosen PIN of an offset.
     *
     * @param validationData 16 hex digits
     * @param offset 4 to 12 digits
     * @throws IllegalArgumentException with one clear sentence that shows neither
     */
    public String pin(String validationData, String offset) {
        Digits.require("the offset", offset, SHORTEST_PIN, LONGEST_PIN);
        return shifted(offset, naturalPin(validationData, offset.length()), 1);
    }

    /** Adds or subtracts digit by digit, without carrying. */
    private static String shifted(String digits, String natural, int sign) {
        StringBuilder result = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0' + sign * (natural.charAt(i) - '0');
            result.append((char) ('0' + Math.floorMod(digit, BASE)));
        }
        return result.toString();
    }

    private static byte[] block(String validationData) {
        if (validationData.length() != BLOCK_DIGITS) {
            throw new IllegalArgumentException(
                    "the validation data must have 16 hex digits, not " + validationData.length());
        }
        try {
            return HexFormat.of().parseHex(validationData);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the validation data must have hex digits alone");
        }
    }
}

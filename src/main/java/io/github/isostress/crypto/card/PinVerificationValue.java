package io.github.isostress.crypto.card;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.Digits;
import io.github.isostress.crypto.DoubleLength;

/** Visa's PIN verification value (PVV). Immutable and thread-safe. */
public final class PinVerificationValue {
    private static final int DIGITS = 4;
    private static final int ACCOUNT = 11;
    private static final int SHORTEST_PAN = 12;
    private static final int LONGEST_PAN = 19;
    private static final int SHORTEST_PIN = 4;
    private static final int LONGEST_PIN = 12;

    private final CipherKey key;

    /**
     * Values under a key.
     *
     * @param key PVK A and B, one behind the other: 3DES of 16 bytes
     * @throws IllegalArgumentException with one clear sentence if it is another one
     */
    public PinVerificationValue(CipherKey key) {
        DoubleLength.require("a PVK", key);
        this.key = key;
    }

    /**
     * The value of a card and its PIN, four digits.
     *
     * @param pan 12 to 19 digits, of which the 11 before the check digit count
     * @param keyIndex PVKI, one digit
     * @param pin 4 to 12 digits, of which the first four count
     * @throws IllegalArgumentException with one clear sentence that shows none of them
     */
    public String of(String pan, String keyIndex, String pin) {
        Digits.require("the PAN", pan, SHORTEST_PAN, LONGEST_PAN);
        Digits.require("the PVKI", keyIndex, 1, 1);
        Digits.require("the PIN", pin, SHORTEST_PIN, LONGEST_PIN);
        int end = pan.length() - 1;
        byte[] block = Digits.packed(pan.substring(end - ACCOUNT, end) + keyIndex + pin.substring(0, DIGITS));
        key.encrypt(block, 0, block, 0);
        return Digits.selected(block, DIGITS);
    }
}

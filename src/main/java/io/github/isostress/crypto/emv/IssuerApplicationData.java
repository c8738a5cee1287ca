package io.github.isostress.crypto.emv;

import io.github.isostress.words.Plural;

/**
 * Issuer application data (tag 9F10) as a card gives them with an ARQC. Visa's formats 0, 1 and 3 are a length, a key
 * index, the CVN and card verification results; format 2 is the CVN, a key index, other results, and zeros up to 32
 * bytes. Mastercard's are a key index, the CVN, results, two bytes of the DAC, and counters.
 */
public final class IssuerApplicationData {
    private static final int VISA_LENGTH = 6;
    private static final int VISA_LONG_LENGTH = 0x1F;
    private static final int MASTERCARD_LENGTH = 18;

    private IssuerApplicationData() {}

    /**
     * Makes them.
     *
     * @param keyIndex the key derivation index, 0 to 255
     * @param results card verification results, as long as {@link #usualResults} of the version
     * @throws IllegalArgumentException with one clear sentence if one of them does not fit
     */
    public static byte[] of(CryptogramVersion version, int keyIndex, byte[] results) {
        int length = usualResults(version).length;
        if (results.length != length) {
            throw new IllegalArgumentException("the card verification results of CVN " + version + " must have "
                    + Plural.of(length, "byte") + ", not " + results.length);
        }
        return switch (version) {
            case VISA_10, VISA_14, VISA_18 -> joined(1 + VISA_LENGTH, results, VISA_LENGTH, keyIndex, version.number());
            case VISA_22 -> joined(1 + VISA_LONG_LENGTH, results, VISA_LONG_LENGTH, version.number(), keyIndex);
            default -> {
                byte[] data = joined(MASTERCARD_LENGTH, results, keyIndex, version.number());
                data[MASTERCARD_LENGTH - 1] = (byte) 0xFF;
                yield data;
            }
        };
    }

    private static byte[] joined(int length, byte[] results, int... head) {
        byte[] data = new byte[length];
        for (int i = 0; i < head.length; i++) {
            data[i] = (byte) head[i];
        }
        System.arraycopy(results, 0, data, head.length, results.length);
        return data;
    }

    /** Card verification results that say: an ARQC was asked for first, and no second cryptogram yet. */
    public static byte[] usualResults(CryptogramVersion version) {
        return switch (version) {
            case VISA_10, VISA_14, VISA_18 -> bytes(0x03, 0xA0, 0x00, 0x00);
            case VISA_22 -> bytes(0x00, 0xA0, 0x00, 0x00, 0x00);
            default -> bytes(0xA0, 0x00, 0x00, 0x00, 0x00, 0x00);
        };
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}

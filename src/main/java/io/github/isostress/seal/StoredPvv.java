package io.github.isostress.seal;

import org.apache.commons.lang3.StringUtils;

/**
 * The PIN verification value that a card has: given as it is, or in track 2, where it stands behind expiry date, service
 * code and key index.
 *
 * @param index of the key, one digit
 * @param value four digits
 */
record StoredPvv(String index, String value) {
    private static final String USUAL_INDEX = "1";
    private static final String SEPARATORS = "=Dd";
    private static final int VALUE_DIGITS = 4;

    /** Digits of expiry date and service code, behind the separator. */
    private static final int BEFORE_INDEX = 7;

    /**
     * Finds it.
     *
     * @throws IllegalArgumentException if there is none; shows nothing of the track
     */
    static StoredPvv in(String given) {
        int separator = StringUtils.indexOfAny(given, SEPARATORS);
        if (separator < 0) {
            return new StoredPvv(USUAL_INDEX, given);
        }
        int at = separator + 1 + BEFORE_INDEX;
        if (given.length() < at + 1 + VALUE_DIGITS) {
            throw new IllegalArgumentException(
                    "the track has no PVV: it ends before the fifth digit behind the service" + " code");
        }
        return new StoredPvv(given.substring(at, at + 1), given.substring(at + 1, at + 1 + VALUE_DIGITS));
    }

    /** Neither is shown. */
    @Override
    public String toString() {
        return "PVV";
    }
}

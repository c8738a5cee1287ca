package io.github.isostress.crypto.card;

/**
 * The PIN verification value that a card has: given as it is, or in track 2, where it stands behind expiry date, service
 * code and key index. Its text shows none of it. Immutable.
 *
 * @param index of the key, one digit
 * @param value four digits
 */
public record StoredPvv(String index, String value) {
    private static final String USUAL_INDEX = "1";
    private static final int VALUE_DIGITS = 4;

    /** Digits of expiry date and service code, behind the separator. */
    private static final int BEFORE_INDEX = 7;

    /**
     * Finds it.
     *
     * @param given the value, or track 2 with = or D as its separator
     * @throws IllegalArgumentException with one clear sentence if the track has none
     */
    public static StoredPvv in(String given) {
        int separator = Math.max(given.indexOf('='), Math.max(given.indexOf('D'), given.indexOf('d')));
        if (separator < 0) {
            return new StoredPvv(USUAL_INDEX, given);
        }
        int at = separator + 1 + BEFORE_INDEX;
        if (given.length() < at + 1 + VALUE_DIGITS) {
            throw new IllegalArgumentException(
                    "the track has no PVV: it ends before the fifth digit behind the service code");
        }
        return new StoredPvv(given.substring(at, at + 1), given.substring(at + 1, at + 1 + VALUE_DIGITS));
    }

    @Override
    public String toString() {
        return "PVV";
    }
}

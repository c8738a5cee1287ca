package io.github.isostress.message.masking;

/**
 * How the schemes' card numbers begin and how long they are, as the schemes have published it. A number that the table
 * lacks may be a card number, too. Stateless and thread-safe.
 */
final class CardIssuers {
    /** How many leading digits tell the scheme. */
    static final int DIGITS = 4;

    /**
     * Numbers of a scheme.
     *
     * @param first the lowest first four digits
     * @param last the highest
     * @param shortest how many digits the numbers have at least
     * @param longest and at most
     */
    private record Numbers(int first, int last, int shortest, int longest) {}

    private static final Numbers[] ALL = {
        new Numbers(1000, 1999, 15, 15), // UATP
        new Numbers(2200, 2205, 16, 19), // Mir, Borica, PayPak
        new Numbers(2221, 2720, 16, 16), // Mastercard
        new Numbers(3000, 3059, 14, 19), // Diners Club
        new Numbers(3095, 3095, 14, 19), // Diners Club
        new Numbers(3400, 3499, 15, 15), // American Express
        new Numbers(3528, 3589, 16, 19), // JCB
        new Numbers(3600, 3699, 14, 19), // Diners Club
        new Numbers(3700, 3799, 15, 15), // American Express
        new Numbers(3800, 3999, 14, 19), // Diners Club, Hipercard
        new Numbers(4000, 4999, 13, 13), // Visa
        new Numbers(4000, 4999, 16, 16), // Visa
        new Numbers(4000, 4999, 18, 19), // Visa, Switch
        new Numbers(5000, 5099, 12, 19), // Maestro, Verve, Elo
        new Numbers(5100, 5599, 16, 16), // Mastercard
        new Numbers(5600, 5899, 12, 19), // Maestro, UzCard
        new Numbers(6000, 6999, 16, 16), // Discover, RuPay, Hipercard, Elo
        new Numbers(6000, 6099, 18, 19), // National schemes
        new Numbers(6200, 6299, 16, 19), // UnionPay
        new Numbers(6300, 6399, 12, 19), // Maestro, InterPayment, InstaPayment
        new Numbers(6440, 6599, 17, 19), // Discover, Troy, Verve
        new Numbers(6700, 6799, 12, 19), // Maestro
        new Numbers(8100, 8299, 16, 16), // UnionPay, RuPay
        new Numbers(8600, 8600, 16, 16), // UzCard
        new Numbers(9792, 9792, 16, 16), // Troy
        new Numbers(9860, 9860, 16, 16), // Humo
    };

    private CardIssuers() {}

    /**
     * Whether a scheme has such numbers.
     *
     * @param beginning the first four digits
     * @param length how many digits the number has
     */
    static boolean know(String beginning, int length) {
        int first = Integer.parseInt(beginning);
        for (Numbers numbers : ALL) {
            if (first >= numbers.first
                    && first <= numbers.last
                    && length >= numbers.shortest
                    && length <= numbers.longest) {
                return true;
            }
        }
        return false;
    }
}

package io.github.isostress.message;

/** How much of the values of a message is shown. */
enum Disclosure {
    /** Everything: to the one who is writing the message. */
    WHOLE,
    /** What may be shown of each element. */
    MASKED,
    /** The same, where it is in doubt which element is which. */
    IN_DOUBT;

    /** As it is right for results, logs and errors. */
    static Disclosure masking(DecodedMessage message) {
        return Doubt.isIn(message) ? IN_DOUBT : MASKED;
    }

    /** What becomes of an element's rule. */
    Masking of(Masking rule) {
        return switch (this) {
            case WHOLE -> Masking.PLAIN;
            case MASKED -> rule;
            case IN_DOUBT -> rule.inDoubt();
        };
    }
}

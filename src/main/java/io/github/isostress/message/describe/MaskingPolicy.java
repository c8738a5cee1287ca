package io.github.isostress.message.describe;

import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.masking.Masking;

/** How much of the values of a message is shown. */
public enum MaskingPolicy {
    /** Everything: to the one who is writing the message. */
    WHOLE,
    /** What may be shown of each element. */
    MASKED,
    /** The same, where it is in doubt which element is which. */
    IN_DOUBT;

    /** As it is right for results, logs and errors. */
    public static MaskingPolicy masking(DecodedMessage message) {
        return AmbiguousMessage.isIn(message) ? IN_DOUBT : MASKED;
    }

    /** What becomes of an element's rule. */
    Masking of(Masking rule) {
        return switch (this) {
            case WHOLE -> Masking.PLAIN;
            case MASKED -> rule;
            case IN_DOUBT -> rule.ifAmbiguous();
        };
    }
}

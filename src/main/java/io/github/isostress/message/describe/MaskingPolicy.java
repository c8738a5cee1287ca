package io.github.isostress.message.describe;

import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.masking.Masking;

/** How much of the values of a message is shown. */
enum MaskingPolicy {
    /** Everything: to the one who is writing the message. */
    WHOLE,
    /** What may be shown of each element. */
    MASKED,
    /** What may be shown of each element, where the bytes may belong to another; see {@link Ambiguity}. */
    AMBIGUOUS;

    /** For results, logs and errors. */
    static MaskingPolicy of(DecodedMessage message) {
        return Ambiguity.isIn(message) ? AMBIGUOUS : MASKED;
    }

    /** What becomes of an element's rule. */
    Masking of(Masking rule) {
        return switch (this) {
            case WHOLE -> Masking.PLAIN;
            case MASKED -> rule;
            case AMBIGUOUS -> rule.ifAmbiguous();
        };
    }
}

package io.github.isostress.judgement;

import io.github.isostress.failure.FailureReport;
import io.github.isostress.message.masking.ShownText;

/**
 * Success or failure, for a report. Immutable.
 *
 * @param successful whether the sample counts as a success
 * @param code the response code: DE 39, or the failure's code
 * @param message what the code means; never a varying value
 * @param particulars what there is to say beyond that; may be empty. What passes for a card number in them is hidden
 */
public record Verdict(boolean successful, String code, String message, String particulars) {
    /** Masks card numbers in the particulars. */
    public Verdict {
        particulars = ShownText.of(particulars);
    }

    /** The verdict on what has failed. */
    public static Verdict failed(FailureReport failure) {
        return new Verdict(false, failure.failure().name(), failure.failure().sentence(), failure.particulars());
    }
}

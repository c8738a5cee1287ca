package io.github.isostress.exchange;

import io.github.isostress.failure.FailureReport;
import io.github.isostress.message.masking.ShownText;

/**
 * What is to be reported of an outcome. Immutable.
 *
 * @param successful whether the sample counts as a success
 * @param code the response code: DE 39, or the failure's code
 * @param message what the code means; never a varying value
 * @param particulars what there is to say beyond that; may be empty. Whatever passes for a card number in them is hidden
 */
public record Verdict(boolean successful, String code, String message, String particulars) {
    /** Hides what may not be shown. */
    public Verdict {
        particulars = ShownText.of(particulars);
    }

    /** On a request that got no answer, or was never sent; or on whatever else has failed. */
    public static Verdict failed(FailureReport failure) {
        return new Verdict(false, failure.failure().name(), failure.failure().sentence(), failure.particulars());
    }
}

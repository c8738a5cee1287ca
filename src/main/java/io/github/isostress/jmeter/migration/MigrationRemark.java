package io.github.isostress.jmeter.migration;

import io.github.isostress.message.masking.ShownText;

/**
 * What a user has to know of a plan that was taken over. It holds no value of the plan that may be a secret.
 *
 * @param kind whether something is missing in the new plan, or there and different
 * @param element where it is in the new plan: the names from the test plan down, with {@code >} between them
 * @param property of the old element; empty if it is about the whole element
 * @param sentence what is missing or different, and what to do
 */
public record MigrationRemark(Kind kind, String element, String property, String sentence) {
    /** What a remark is about. */
    public enum Kind {
        /** Something of the old plan is not in the new one. */
        MISSING,
        /** Something is in the new plan, and means something else there. */
        DIFFERENT
    }

    /** Masks what others have written: names of elements, and messages of refusals. */
    public MigrationRemark {
        element = ShownText.ofOthers(element);
        sentence = ShownText.of(sentence);
    }

    /** One line. */
    @Override
    public String toString() {
        return property.isEmpty() ? element + ": " + sentence : element + ": " + property + ": " + sentence;
    }
}

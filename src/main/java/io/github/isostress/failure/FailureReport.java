package io.github.isostress.failure;

/**
 * A failure with its particulars: what is kept, compared and reported, where nothing is to be thrown. Immutable.
 *
 * @param failure which of the catalogued failures
 * @param particulars what, where, against which rule: sentences, one a line; never a card number or a secret; may be
 *     empty
 */
public record FailureReport(Failure failure, String particulars) {

    /**
     * A failure of the plugin itself, named by the class of what was thrown alone: its message may quote a secret.
     *
     * @throws OutOfMemoryError if it is that one: then nothing more can be done
     */
    public static FailureReport internal(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError outOfMemory) {
            throw outOfMemory;
        }
        return new FailureReport(Failure.INTERNAL_ERROR, thrown.getClass().getName());
    }

    /** The same failure with other particulars. */
    public FailureReport with(String otherParticulars) {
        return new FailureReport(failure, otherParticulars);
    }

    /** The code, the sentence and the particulars, in one line for a log or a dialogue. */
    @Override
    public String toString() {
        return failure.name() + ": " + failure.sentence() + (particulars.isEmpty() ? "" : ": " + particulars);
    }
}

package io.github.isostress.failure;

/**
 * Tells that a request could not be built, sent, answered or understood: which {@link Failure} it is, and in its
 * message the particulars (what, where, which rule). The particulars never hold a card number or a secret.
 */
public final class FailureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Failure failure;

    /** A failure whose particulars say all there is to know. */
    public FailureException(Failure failure, String particulars) {
        this(failure, particulars, null);
    }

    /** A failure caused by {@code cause}, whose message is not repeated to users. */
    public FailureException(Failure failure, String particulars, Throwable cause) {
        super(particulars, cause);
        this.failure = failure;
    }

    /**
     * A failure of the plugin itself, named by the class of what was thrown alone: its message may quote a secret.
     *
     * @throws OutOfMemoryError if it is that one: then nothing more can be done
     */
    public static FailureException internal(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError outOfMemory) {
            throw outOfMemory;
        }
        return new FailureException(Failure.INTERNAL_ERROR, thrown.getClass().getName(), thrown);
    }

    /** Which of the catalogued failures this is. */
    public Failure failure() {
        return failure;
    }
}

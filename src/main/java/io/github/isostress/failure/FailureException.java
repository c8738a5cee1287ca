package io.github.isostress.failure;

/**
 * Ends what was going on with a {@link FailureReport}: a request could not be built, sent, answered or understood. Its
 * message is the report's particulars. Where a failure is kept or handed on, the report alone is.
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

    /** A failure that was met before, or elsewhere. */
    public FailureException(FailureReport report) {
        this(report, null);
    }

    /** As {@link #FailureException(FailureReport)}, caused by {@code cause}. */
    public FailureException(FailureReport report, Throwable cause) {
        this(report.failure(), report.particulars(), cause);
    }

    /**
     * A failure of the plugin itself, see {@link FailureReport#internal}.
     *
     * @throws OutOfMemoryError if it is that one: then nothing more can be done
     */
    public static FailureException internal(Throwable thrown) {
        return new FailureException(FailureReport.internal(thrown), thrown);
    }

    /** Which of the catalogued failures this is. */
    public Failure failure() {
        return failure;
    }

    /** The failure as a value. */
    public FailureReport report() {
        return new FailureReport(failure, getMessage());
    }
}

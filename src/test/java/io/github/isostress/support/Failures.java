package io.github.isostress.support;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.isostress.failure.FailureException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How wire tests look at what failed. */
public final class Failures {
    private Failures() {}

    /** What the call throws; the test fails if it throws anything else or nothing. */
    public static FailureException failureOf(ThrowingCallable call) {
        return catchThrowableOfType(FailureException.class, call);
    }
}

package io.github.isostress.support;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.isostress.failure.FailureException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches failures of the wire. */
public final class Failures {
    private Failures() {}

    /** What the call throws; the test fails if it throws anything else or nothing. */
    public static FailureException failureOf(ThrowingCallable call) {
        return catchThrowableOfType(FailureException.class, call);
    }
}

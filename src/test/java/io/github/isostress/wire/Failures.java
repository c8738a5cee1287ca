package io.github.isostress.wire;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.isostress.failure.FailureException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How wire tests look at what failed. */
final class Failures {
    private Failures() {}

    /** What the call throws; the test fails if it throws anything else or nothing. */
    static FailureException failureOf(ThrowingCallable call) {
        return catchThrowableOfType(FailureException.class, call);
    }
}

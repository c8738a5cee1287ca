package io.github.isostress.exchange;

import io.github.isostress.failure.FailureException;
import io.github.isostress.support.Await;
import java.util.Optional;

/** Looks after a connection on which no request is under way. */
final class Idle {
    private Idle() {}

    /** Polls it until a number of frames have come. */
    static void until(Talk talk, UnsolicitedRules rules, UnmatchedFrames unmatched, int count) {
        Await.until(count + " unmatched", () -> {
            try {
                talk.conversation().answerPending(Optional.of(Talk.PACKAGER), rules, unmatched);
            } catch (FailureException e) {
                throw new AssertionError(e);
            }
            return unmatched.count() >= count;
        });
    }
}

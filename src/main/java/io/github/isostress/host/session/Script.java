package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import java.util.List;

/**
 * Behaviours that are played one after the other; where the last one leaves a request without an answer to come, the
 * right answer follows. Immutable.
 *
 * @param steps one at least
 */
public record Script(List<Behaviour> steps) {
    /** Plays it on a connection. */
    void play(HostTurn turn) throws FailureException {
        for (Behaviour step : steps) {
            turn.play(step);
        }
        if (!last().isLast()) {
            turn.answerRightly();
        }
    }

    /** Plays it when its time has come. */
    void play(HostControls host, HostRecord record) {
        for (Behaviour step : steps) {
            if (step instanceof HostWide hostWide) {
                record.play(hostWide.name());
                hostWide.play(host);
            }
        }
    }

    private Behaviour last() {
        return steps.get(steps.size() - 1);
    }
}

package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import java.util.List;

/**
 * Behaviours in their order. If the last one does not settle the answer, the right answer follows. Immutable.
 *
 * @param steps at least one
 */
public record Script(List<Behaviour> steps) {
    void play(HostTurn turn) throws FailureException {
        for (Behaviour step : steps) {
            turn.play(step);
        }
        if (!last().isLast()) {
            turn.answerRightly();
        }
    }

    /** Carries out a timed rule, in which only {@link HostWide} steps act. */
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

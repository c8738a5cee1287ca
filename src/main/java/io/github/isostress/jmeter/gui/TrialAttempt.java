package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.rehearsal.Trial;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jmeter.samplers.SampleResult;

/** A trial of what a panel shows. What the plan gives it may have to be read from files first. */
final class TrialAttempt implements Attempt {
    private final Supplier<Trial> trials;
    private Trial trial;
    private boolean cancelled;

    /**
     * Nothing has begun yet.
     *
     * @param trials makes the trial, off the event thread; may block
     */
    TrialAttempt(Supplier<Trial> trials) {
        this.trials = trials;
    }

    @Override
    public List<SampleResult> call() {
        Trial begun = trials.get();
        synchronized (this) {
            if (cancelled) {
                return List.of();
            }
            trial = begun;
        }
        return begun.run();
    }

    @Override
    public synchronized Optional<String> awaited() {
        return trial == null ? Optional.empty() : trial.awaited();
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        if (trial != null) {
            trial.cancel();
        }
    }
}

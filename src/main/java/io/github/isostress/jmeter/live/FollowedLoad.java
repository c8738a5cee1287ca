package io.github.isostress.jmeter.live;

import io.github.isostress.health.live.LiveFigures;
import io.github.isostress.health.live.LiveView;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.jmeter.RunContext;
import java.util.Optional;

/** The load of a run in this JVM, for whoever asks about it while it goes on, whatever listeners its plan has. Thread-safe. */
public final class FollowedLoad {
    private final LiveFigures figures = new LiveFigures();
    private final WatchedLoad load;

    private FollowedLoad(WatchedLoad load) {
        this.load = load;
    }

    /** From now on; the run may begin later. */
    public static FollowedLoad of(RunContext run) {
        FollowedLoad followed = new FollowedLoad(new WatchedLoad(run.watch()));
        run.observe(new ObservedFigures(followed.figures));
        return followed;
    }

    /** To be called once a second: makes room for the next one. */
    public void second() {
        figures.prepare();
    }

    /** What there is to see. Takes some milliseconds. */
    public LiveView view() {
        return load.askedIn(figures.seen(System.currentTimeMillis()));
    }

    /** The verdict so far. */
    Optional<RunVerdict> verdict() {
        return load.verdict();
    }
}

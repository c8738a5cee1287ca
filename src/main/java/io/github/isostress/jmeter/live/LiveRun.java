package io.github.isostress.jmeter.live;

import io.github.isostress.health.RunFigures;
import io.github.isostress.health.condition.GeneratorWatch;
import io.github.isostress.health.live.LiveFigures;
import io.github.isostress.health.live.LiveView;
import io.github.isostress.jmeter.CurrentRun;
import java.util.Optional;
import org.apache.jmeter.samplers.SampleEvent;

/**
 * The run that a listener follows while it goes on, in this JVM or on several remote agents, and when it has ended until
 * the next one begins. Thread-safe; hearing a sample takes no lock.
 */
public final class LiveRun {
    private volatile HeardSamples heard;
    /** Null for a run on remote agents. */
    private volatile WatchedLoad load;

    private Optional<AgentFigures> agents = Optional.empty();

    private volatile long endedMillis;
    private int places;
    private Ticker ticker;

    /**
     * Begins in this JVM.
     *
     * @param everySeconds how often its progress is told where there is no window, unless the JMeter property asks for it
     */
    public void beginsHere(int everySeconds) {
        Progress progress = ProgressInterval.ofProperty().isPresent() ? Progress.NONE : Progress.every(everySeconds);
        begins(new WatchedLoad(CurrentRun.context().watch()), Optional.empty(), progress);
    }

    /**
     * Begins on one more remote agent.
     *
     * @param everySeconds how often its progress is told where there is no window and no JMeter property about it
     */
    public void beginsOnAgent(int everySeconds) {
        begins(
                null,
                Optional.of(new AgentFigures()),
                Progress.every(ProgressInterval.ofProperty().orElse(everySeconds)));
    }

    private synchronized void begins(WatchedLoad watched, Optional<AgentFigures> byLabel, Progress progress) {
        places++;
        if (places > 1) {
            return;
        }
        load = watched;
        agents = byLabel;
        endedMillis = 0;
        clear();
        GeneratorWatch watch = CurrentRun.context().watch();
        ticker = new Ticker(() -> {
            heard.figures().prepare();
            // On a controller nothing else asks the gauges of the result files, which find those that JMeter opens.
            watch.load();
            if (!watch.isClosed()) {
                progress.second(this::state);
            }
        });
    }

    /** Ends here or on one agent; whether that was the last of its places. */
    public synchronized boolean ends() {
        places = Math.max(0, places - 1);
        boolean isOver = places == 0 && ticker != null;
        if (isOver) {
            ticker.close();
            ticker = null;
            endedMillis = System.currentTimeMillis();
        }
        return isOver;
    }

    /** What remote agents have sent until now, by label; empty for a run in this JVM. */
    public synchronized Optional<RunFigures> ofAgents() {
        return agents.map(AgentFigures::counted);
    }

    /** Counts a sample; one that comes before the first run began counts for none. */
    public void hear(SampleEvent event) {
        HeardSamples here = heard;
        if (here != null) {
            here.add(event);
        }
    }

    /** Forgets what was counted. What samples come from now on is counted from zero. */
    public synchronized void clear() {
        heard = new HeardSamples(new LiveFigures(), SampleColumns.now(), agents);
        if (load != null) {
            load.forget();
        }
    }

    /** The state of the run; empty if none has begun. Takes some milliseconds. */
    public Optional<LiveState> state() {
        HeardSamples here = heard;
        if (here == null) {
            return Optional.empty();
        }
        LiveFigures figures = here.figures();
        WatchedLoad watched = load;
        boolean goesOn = endedMillis == 0;
        if (watched == null) {
            // Agents send samples in batches: of the seconds since the last one that came nothing is known yet.
            LiveView view = figures.seen(figures.lastEndMillis());
            return Optional.of(new LiveState(view, goesOn, true, here.haveMicroseconds(), Optional.empty()));
        }
        LiveView view = watched.askedIn(figures.seen(goesOn ? System.currentTimeMillis() : endedMillis));
        return Optional.of(new LiveState(view, goesOn, false, here.haveMicroseconds(), watched.verdict()));
    }
}

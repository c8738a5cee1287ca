package io.github.isostress.jmeter.live;

import io.github.isostress.health.condition.Counted;
import io.github.isostress.health.condition.GeneratorWatch;
import io.github.isostress.health.condition.LoadCounts;
import io.github.isostress.health.condition.WatchedSecond;
import io.github.isostress.health.live.LiveFigures;
import io.github.isostress.health.live.LiveView;
import io.github.isostress.health.verdict.Limits;
import io.github.isostress.health.verdict.RunVerdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.util.JMeterUtils;

/**
 * What the watch of this JVM knows of the load that is followed: which rate is asked for, and whether the load generator
 * keeps up. It knows the load of the whole JVM, which may be more than the samples in a listener's scope. Thread-safe.
 */
final class WatchedLoad {
    private static final double MILLIS = 1_000;
    private static final double MOST_OF_IT = 0.95;
    /** Requests that have ended and whose samples have not come yet. */
    private static final long ON_THE_WAY = 50;

    private final GeneratorWatch watch;
    private final Limits limits = limits();
    private final long beganMillis = System.currentTimeMillis();
    private volatile LoadCounts before;

    /** Follows a watch that begins to watch now. */
    WatchedLoad(GeneratorWatch watch) {
        this.watch = watch;
        forget();
    }

    private static Limits limits() {
        try {
            return Limits.read(JMeterUtils::getProperty);
        } catch (IllegalArgumentException e) {
            // The run says so in jmeter.log, and is judged by these, too.
            return Limits.DEFAULT;
        }
    }

    /** Counts from zero. */
    void forget() {
        before = watch.load();
    }

    /** The verdict so far; empty if no second is over. */
    Optional<RunVerdict> verdict() {
        List<WatchedSecond> seconds = watch.seconds();
        return seconds.isEmpty() ? Optional.empty() : Optional.of(RunVerdict.of(seconds, Optional.empty(), limits));
    }

    /** The view with the rates that were asked for, if it is of the whole load. */
    LiveView askedIn(LiveView view) {
        LoadCounts now = watch.load();
        long due = now.of(Counted.DUE) - before.of(Counted.DUE);
        long sent = now.of(Counted.SENT) - before.of(Counted.SENT);
        if (due == 0 || view.sinceStart().ended() < sent * MOST_OF_IT - ON_THE_WAY) {
            return view;
        }
        List<WatchedSecond> seconds = watch.seconds();
        Map<Long, Long> bySecond = dueBySecond(seconds);
        return view.withAsked(
                view.sinceStart().seconds() <= 0
                        ? Double.NaN
                        : due / view.sinceStart().seconds(),
                rate(last(seconds, (int) Math.round(view.lastSeconds().seconds()))),
                second -> bySecond.getOrDefault(second, 0L));
    }

    private static List<WatchedSecond> last(List<WatchedSecond> seconds, int most) {
        return seconds.subList(Math.max(0, seconds.size() - most), seconds.size());
    }

    private static double rate(List<WatchedSecond> seconds) {
        double length = seconds.stream().mapToDouble(WatchedSecond::seconds).sum();
        return length <= 0
                ? Double.NaN
                : seconds.stream().mapToLong(WatchedSecond::due).sum() / length;
    }

    /** The seconds of the day begin within those of the run. */
    private Map<Long, Long> dueBySecond(List<WatchedSecond> seconds) {
        Map<Long, Long> due = new HashMap<>();
        for (WatchedSecond each : last(seconds, LiveFigures.TOLD_SECONDS)) {
            long first = Math.round(beganMillis / MILLIS + each.atSeconds());
            long last = Math.round(beganMillis / MILLIS + each.atSeconds() + each.seconds());
            long perSecond = Math.round(each.due() / each.seconds());
            for (long second = first; second < Math.max(first + 1, last); second++) {
                due.put(second, perSecond);
            }
        }
        return due;
    }
}

package io.github.isostress.health.verdict;

import io.github.isostress.health.condition.WatchedSecond;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Some seconds of a run, and what they come to. Immutable. */
record JudgedSeconds(List<WatchedSecond> seconds) {
    private static final double MICROS = 1e6;

    /** The seconds in which requests were due or sent, but for the start of the run. */
    static JudgedSeconds of(List<WatchedSecond> seconds, double startSeconds) {
        OptionalDouble first = seconds.stream()
                .filter(JudgedSeconds::hasRequests)
                .mapToDouble(WatchedSecond::atSeconds)
                .findFirst();
        double begin = first.orElse(0) + startSeconds;
        return new JudgedSeconds(seconds.stream()
                .filter(second -> second.atSeconds() >= begin && hasRequests(second))
                .toList());
    }

    private static boolean hasRequests(WatchedSecond second) {
        return second.due() + second.sent() + second.unsent() > 0;
    }

    JudgedSeconds where(Predicate<WatchedSecond> condition) {
        return new JudgedSeconds(seconds.stream().filter(condition).toList());
    }

    boolean isEmpty() {
        return seconds.isEmpty();
    }

    long sum(ToLongFunction<WatchedSecond> figure) {
        return seconds.stream().mapToLong(figure).sum();
    }

    long most(ToLongFunction<WatchedSecond> figure) {
        return seconds.stream().mapToLong(figure).max().orElse(0);
    }

    /** The highest that is known; NaN if none is. */
    double highest(ToDoubleFunction<WatchedSecond> figure) {
        return seconds.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    /** The mean over time of those that are known; NaN if none is. */
    double mean(ToDoubleFunction<WatchedSecond> figure) {
        JudgedSeconds known = where(second -> !Double.isNaN(figure.applyAsDouble(second)));
        double length = known.length();
        return length == 0
                ? Double.NaN
                : known.seconds.stream()
                                .mapToDouble(second -> figure.applyAsDouble(second) * second.seconds())
                                .sum()
                        / length;
    }

    /** Seconds. */
    double length() {
        return seconds.stream().mapToDouble(WatchedSecond::seconds).sum();
    }

    /** The time of all threads together, in seconds. */
    double threadTime() {
        return seconds.stream()
                .mapToDouble(second -> second.threads() * second.seconds())
                .sum();
    }

    /** A time of microseconds as a share of these seconds. */
    double shareOfTime(ToLongFunction<WatchedSecond> micros) {
        return isEmpty() ? 0 : sum(micros) / MICROS / length();
    }

    /** A time of threads, of microseconds, as a share of the time of all threads. */
    double shareOfThreads(ToLongFunction<WatchedSecond> micros) {
        double all = threadTime();
        return all == 0 ? 0 : sum(micros) / MICROS / all;
    }
}

package io.github.isostress.health.live;

import io.github.isostress.health.Result;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A run as it is at one moment. Immutable.
 *
 * @param sinceStart from when the first request was due
 * @param lastSeconds the last whole seconds, at most {@link LiveFigures#WINDOW_SECONDS}
 * @param seconds the last seconds one by one, oldest first, at most {@link LiveFigures#TOLD_SECONDS}; those without a
 *     request are among them
 * @param codes every code, by result, the most frequent of a result first
 * @param notSent requests that could not be sent
 * @param opened connections that were opened
 * @param notOpened connections that did not come about
 * @param lost connections that the host has ended while a request was under way
 */
public record LiveView(
        LiveWindow sinceStart,
        LiveWindow lastSeconds,
        List<LiveSecond> seconds,
        List<CountedCode> codes,
        long notSent,
        long opened,
        long notOpened,
        long lost) {

    /**
     * This view, with the rates that were asked for as whoever asked knows them: that of samples alone lacks what is
     * due and has not ended.
     *
     * @param started requests a second since the start
     * @param last requests a second over the last seconds
     * @param due requests that were due in a second since 1970
     */
    public LiveView withAsked(double started, double last, LongUnaryOperator due) {
        return new LiveView(
                sinceStart.withAsked(started),
                lastSeconds.withAsked(last),
                seconds.stream()
                        .map(second -> second.withDue(due.applyAsLong(second.second())))
                        .toList(),
                codes,
                notSent,
                opened,
                notOpened,
                lost);
    }

    /** How many samples have that result. */
    public long count(Result result) {
        return codes.stream()
                .filter(code -> code.result() == result)
                .mapToLong(CountedCode::count)
                .sum();
    }
}

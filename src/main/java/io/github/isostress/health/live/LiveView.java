package io.github.isostress.health.live;

import io.github.isostress.health.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A run as it is at one moment. Immutable.
 *
 * @param sinceStart from when the first request was due
 * @param lastSeconds the last whole seconds, at most {@link LiveFigures#WINDOW_SECONDS}
 * @param seconds the last seconds one by one, oldest first, at most {@link LiveFigures#TOLD_SECONDS}; those without a
 *     request are among them
 * @param requestCodes the codes of requests that were sent, and of replies, by result, the most frequent of a result
 *     first
 * @param otherCodes as before, the codes of what is no request: connections that did not come about, failed session
 *     messages, late answers, requests that could not be sent
 * @param notSent requests that could not be sent
 * @param opened connections that were opened
 * @param notOpened connections that did not come about
 * @param lost connections that the host has ended while a request was under way
 */
public record LiveView(
        LiveWindow sinceStart,
        LiveWindow lastSeconds,
        List<LiveSecond> seconds,
        List<CountedCode> requestCodes,
        List<CountedCode> otherCodes,
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
                requestCodes,
                otherCodes,
                notSent,
                opened,
                notOpened,
                lost);
    }

    /** Every code, whatever it came of, by result, the most frequent of a result first. */
    public List<CountedCode> codes() {
        List<CountedCode> all = new ArrayList<>(otherCodes);
        for (CountedCode code : requestCodes) {
            long others = all.stream()
                    .filter(code::isAlso)
                    .mapToLong(CountedCode::count)
                    .sum();
            all.removeIf(code::isAlso);
            all.add(new CountedCode(code.result(), code.code(), code.count() + others));
        }
        all.sort(CountedCode.MOST_FREQUENT_OF_A_RESULT_FIRST);
        return all;
    }

    /** How many requests that were sent, and replies, have that result. */
    public long count(Result result) {
        return requestCodes.stream()
                .filter(code -> code.result() == result)
                .mapToLong(CountedCode::count)
                .sum();
    }
}

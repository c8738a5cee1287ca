package io.github.isostress.exchange;

import io.github.isostress.message.IsoPackager;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How requests are exchanged for answers. Immutable and thread-safe.
 *
 * @param packager reads messages; empty for raw messages, where the next frame is the answer
 * @param matcher tells the answer from other messages
 * @param timeoutMillis how long the whole answer may take from the first byte sent, or the sending alone where no
 *     answer is expected: at least 1
 * @param afterTimeout what becomes of the connection if there is no answer by then
 * @param unsolicited which requests of the host are answered before and meanwhile; none if messages are raw
 * @param expectation whether an answer is waited for
 */
public record ExchangeSettings(
        Optional<IsoPackager> packager,
        ResponseMatcher matcher,
        int timeoutMillis,
        AfterTimeout afterTimeout,
        UnsolicitedRules unsolicited,
        Expectation expectation) {

    long timeoutNanos() {
        return TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    }
}

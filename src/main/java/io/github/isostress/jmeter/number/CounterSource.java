package io.github.isostress.jmeter.number;

import io.github.isostress.message.number.Counters;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives the tests of this JVM their counters: one set for each file, and one without. Each test goes on where the one
 * before has ended, since a host refuses a counter that it has seen. JMeter properties say which share of the numbers
 * this JVM has, else its number among the machines. Thread-safe.
 */
final class CounterSource {
    private static final ShareProperties SHARE = new ShareProperties("iso8583.counter", 1, 999_999);
    private static final Map<Optional<Path>, Counters> KNOWN = new ConcurrentHashMap<>();

    private CounterSource() {}

    /**
     * The counters that are kept in a file, or in none.
     *
     * @throws IllegalArgumentException with one clear sentence if a property cannot be used
     */
    static Counters of(Optional<Path> file) {
        ShareProperties.Share share = SHARE.share().orElseGet(ShareProperties.Share::ofMachine);
        Counters counters = KNOWN.computeIfAbsent(
                file,
                kept -> kept.map(path -> Counters.keptIn(path, share.first(), share.step()))
                        .orElseGet(Counters::new));
        counters.giveOut(share.first(), share.step());
        return counters;
    }
}

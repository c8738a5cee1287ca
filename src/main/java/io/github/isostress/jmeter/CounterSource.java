package io.github.isostress.jmeter;

import io.github.isostress.message.number.Counters;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives the tests of this JVM their counters: one set for each file, and one without. Each test goes on where the one
 * before has ended, since a host refuses a counter that it has seen. JMeter properties say which share of the numbers
 * this JVM has. Thread-safe.
 */
final class CounterSource {
    private static final ShareProperties SHARE = new ShareProperties("iso8583.counter", 1, 999_999);
    private static final ShareProperties.Share ALL = new ShareProperties.Share(1, 1);
    private static final Map<Kept, Counters> KNOWN = new ConcurrentHashMap<>();

    private record Kept(Optional<Path> file, ShareProperties.Share share) {
        Counters begin() {
            return file.map(path -> Counters.keptIn(path, share.first(), share.step()))
                    .orElseGet(() -> Counters.ofShare(share.first(), share.step()));
        }
    }

    private CounterSource() {}

    /**
     * The counters that are kept in a file, or in none.
     *
     * @throws IllegalArgumentException with one clear sentence if a property cannot be used
     */
    static Counters of(Optional<Path> file) {
        return KNOWN.computeIfAbsent(new Kept(file, SHARE.share().orElse(ALL)), Kept::begin);
    }
}

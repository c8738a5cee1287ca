package io.github.isostress.message.number;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/** Counters by name, such as one for each terminal or card. Thread-safe. */
public final class Counters {
    private final Map<String, AtomicLong> last = new ConcurrentHashMap<>();

    /**
     * The next number of a counter that nothing else is given.
     *
     * @param name of the counter
     * @param first its first number
     * @param usable which numbers may be given; the others are passed over
     */
    public long next(String name, long first, LongPredicate usable) {
        AtomicLong counter = last.computeIfAbsent(name, key -> new AtomicLong(first - 1));
        long number = counter.incrementAndGet();
        while (!usable.test(number)) {
            number = counter.incrementAndGet();
        }
        return number;
    }
}

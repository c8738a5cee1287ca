package io.github.isostress.health;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** How many values the maps that share it may still take. Thread-safe. */
final class Allowance {
    private final AtomicInteger left;

    Allowance(int most) {
        this.left = new AtomicInteger(most);
    }

    /** The value under a key, made at its first use; once nothing is left, the one under {@code further} instead. */
    <V> V valueIn(Map<String, V> map, String key, String further, Supplier<V> maker) {
        V known = map.get(key);
        if (known == null) {
            known = map.computeIfAbsent(key, absent -> take() ? maker.get() : null);
        }
        return known == null ? map.computeIfAbsent(further, absent -> maker.get()) : known;
    }

    private boolean take() {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }
}

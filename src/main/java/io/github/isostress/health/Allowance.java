package io.github.isostress.health;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A budget of map entries that several maps share. Thread-safe. */
public final class Allowance {
    private final AtomicInteger left;

    /**
     * A budget that nothing was taken of.
     *
     * @param most how many entries the maps may have together, besides those for what comes beyond
     */
    public Allowance(int most) {
        this.left = new AtomicInteger(most);
    }

    /**
     * The value under a key, made at its first use; once the budget is spent, new keys share the value under {@code
     * overflow}.
     */
    public <V> V valueIn(Map<String, V> map, String key, String overflow, Supplier<V> maker) {
        V known = map.get(key);
        if (known == null) {
            known = map.computeIfAbsent(key, absent -> takeOne() ? maker.get() : null);
        }
        return known == null ? map.computeIfAbsent(overflow, absent -> maker.get()) : known;
    }

    private boolean takeOne() {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }
}

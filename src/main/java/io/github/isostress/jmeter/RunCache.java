package io.github.isostress.jmeter;

import java.util.Map;
import java.util.function.Function;

/**
 * Things that a run makes once for all its threads: if each of a thousand threads had its own copy, each would find the
 * processor's caches cold. A cache is a constant of the class whose things it holds; each run has its own entries.
 * Thread-safe.
 *
 * @param <K> says what to make; immutable, compared with equals
 * @param <V> what is made; immutable or thread-safe
 */
public final class RunCache<K, V> {
    private final int most;
    private final Function<K, V> maker;

    /**
     * Defines a cache.
     *
     * @param most entries of one run. A plan may say something else in each sample: one more than these empties the
     *     cache, and what comes again is soon there again
     */
    public RunCache(int most, Function<K, V> maker) {
        this.most = most;
        this.maker = maker;
    }

    /** What the run has made for this key; made now if it is the first call. */
    public V get(RunContext run, K key) {
        Map<K, V> entries = run.entries(this);
        V known = entries.get(key);
        if (known != null) {
            return known;
        }
        V made = maker.apply(key);
        if (entries.size() >= most) {
            entries.clear();
        }
        V earlier = entries.putIfAbsent(key, made);
        return earlier == null ? made : earlier;
    }
}

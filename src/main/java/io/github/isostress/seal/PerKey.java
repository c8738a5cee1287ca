package io.github.isostress.seal;

import io.github.isostress.crypto.CipherKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What is made ready once for each key that a formula is asked with. Thread-safe. */
final class PerKey<T> {
    /** Of keys that come and go, such as those of key changes, not all are remembered. */
    private static final int MOST = 100;

    private final Function<CipherKey, T> maker;
    private final Map<CipherKey, T> made = new ConcurrentHashMap<>();

    PerKey(Function<CipherKey, T> maker) {
        this.maker = maker;
    }

    /**
     * What is made of this key.
     *
     * @throws IllegalArgumentException if the maker refuses it
     */
    T of(CipherKey key) {
        T known = made.get(key);
        if (known != null) {
            return known;
        }
        if (made.size() >= MOST) {
            made.clear();
        }
        return made.computeIfAbsent(key, maker);
    }
}

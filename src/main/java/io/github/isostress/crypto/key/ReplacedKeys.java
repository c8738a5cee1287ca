package io.github.isostress.crypto.key;

/** The keys of one link that have been replaced since it is used. Thread-safe. */
public final class ReplacedKeys {
    private volatile Keys replaced = Keys.NONE;
    private volatile Merged merged = new Merged(Keys.NONE, Keys.NONE, Keys.NONE);

    /** What came of {@link #over} last. */
    private record Merged(Keys replaced, Keys base, Keys result) {}

    /** Puts a key in the place of those of its name. */
    public synchronized void replace(NamedKey key) {
        replaced = replaced.with(key);
    }

    /** Those that have been replaced so far. */
    public Keys soFar() {
        return replaced;
    }

    /** These keys, but for those that have been replaced; the same object as long as both stay the same. */
    public Keys over(Keys base) {
        Keys now = replaced;
        if (now == Keys.NONE) {
            return base;
        }
        Merged known = merged;
        if (known.replaced() != now || known.base() != base) {
            known = new Merged(now, base, now.under(base));
            merged = known;
        }
        return known.result();
    }
}

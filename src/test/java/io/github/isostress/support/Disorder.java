package io.github.isostress.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a {@link DisorderlyHost} does to some requests, at random, and to which it did it. Thread-safe.
 */
public final class Disorder {
    private static final int THOUSAND = 1_000;

    /** What becomes of the answer to a request. */
    public enum Fate {
        /** It is sent once, in its turn or out of it. */
        ANSWERED,
        /** It is never sent. */
        DROPPED,
        /** It is sent twice. */
        DOUBLED,
        /** It is sent after the delay. */
        DELAYED
    }

    private final long delayMillis;
    private final int perThousand;
    private final Map<String, Fate> disturbed = new ConcurrentHashMap<>();
    private final Map<Fate, LongAdder> counts = new ConcurrentHashMap<>();

    /**
     * Drops, doubles and delays the answers to so many of a thousand requests each.
     *
     * @param delayMillis how long a delayed answer waits
     */
    public Disorder(int perThousand, long delayMillis) {
        this.perThousand = perThousand;
        this.delayMillis = delayMillis;
        for (Fate fate : Fate.values()) {
            counts.put(fate, new LongAdder());
        }
    }

    long delayMillis() {
        return delayMillis;
    }

    /** Decides about a request. */
    Fate decide(String rrn) {
        int chance = ThreadLocalRandom.current().nextInt(THOUSAND);
        int kind = 1 + chance / Math.max(1, perThousand);
        Fate fate = perThousand > 0 && kind < Fate.values().length ? Fate.values()[kind] : Fate.ANSWERED;
        counts.get(fate).increment();
        if (fate != Fate.ANSWERED && disturbed.put(rrn, fate) != null) {
            throw new IllegalStateException("two requests have DE 37 " + rrn);
        }
        return fate;
    }

    /** What became of the answer to the request with that DE 37. */
    public Fate of(String rrn) {
        return disturbed.getOrDefault(rrn, Fate.ANSWERED);
    }

    /** How many requests had that fate. */
    public long count(Fate fate) {
        return counts.get(fate).sum();
    }
}

package io.github.isostress.crypto.emv;

import io.github.isostress.crypto.CipherKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cards' own keys, each derived once while it is in use: at least the last 16,384 that were derived are remembered,
 * at most twice as many. Session keys are of one transaction and not kept. Thread-safe.
 */
public final class CardKeys {
    private static final int GENERATION = 16_384;

    private record Origin(CipherKey issuer, CardKeyOption option, ChipCard card) {}

    private volatile Map<Origin, CipherKey> recent = new ConcurrentHashMap<>();
    private volatile Map<Origin, CipherKey> older = Map.of();

    /**
     * A card's key, as {@link CardKeyOption#derive} makes it.
     *
     * @throws IllegalArgumentException with one clear sentence if the master key is no 3DES key of 16 bytes
     */
    public CipherKey of(CipherKey issuer, CardKeyOption option, ChipCard card) {
        Origin origin = new Origin(issuer, option, card);
        CipherKey known = recent.get(origin);
        if (known != null) {
            return known;
        }
        known = older.get(origin);
        CipherKey key = known == null ? option.derive(issuer, card) : known;
        remember(origin, key);
        return key;
    }

    private synchronized void remember(Origin origin, CipherKey key) {
        if (recent.size() >= GENERATION) {
            older = recent;
            recent = new ConcurrentHashMap<>();
        }
        recent.put(origin, key);
    }

    /** How many are remembered. */
    int size() {
        return recent.size() + older.size();
    }
}

package io.github.isostress.jmeter.element;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.RunContext;
import java.util.ArrayList;
import java.util.List;

/** The keys in scope of one thread's sampler. JMeter hands it the elements again before each sample. */
final class KeysInScope {
    private final List<Iso8583Keys> nearestFirst = new ArrayList<>();

    /** Adds keys that are farther away than those before. */
    void add(Iso8583Keys keys) {
        nearestFirst.add(keys);
    }

    void clear() {
        nearestFirst.clear();
    }

    /**
     * The keys as they are for the next sample; the same object as long as nothing changes.
     *
     * @throws FailureException if one of them cannot be read
     */
    Keys keys(RunContext run) throws FailureException {
        Keys keys = Keys.NONE;
        for (int i = nearestFirst.size() - 1; i >= 0; i--) {
            keys = nearestFirst.get(i).over(keys, run);
        }
        return keys;
    }
}

package io.github.isostress.jmeter.element;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.value.MessageContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys in scope of one thread's sampler, and the file that keeps its counters. JMeter hands it the elements again
 * before each sample.
 */
public final class KeysInScope {
    private final List<Iso8583Keys> nearestFirst = new ArrayList<>();
    private RunContext run;
    private Counters counters;
    private MessageContext context;

    /** Adds keys that are farther away than those before. */
    public void add(Iso8583Keys keys) {
        nearestFirst.add(keys);
    }

    void clear() {
        nearestFirst.clear();
    }

    /**
     * Keys and counters as they are for the next sample; the same object as long as nothing changes. Where the counters
     * are kept is read once in a run.
     *
     * @throws FailureException if keys cannot be read, or a property about counters cannot be used
     */
    public MessageContext context(RunContext asked) throws FailureException {
        if (run != asked) {
            counters = counters(asked);
            run = asked;
            context = null;
        }
        Keys keys = keys(asked);
        if (context == null || context.keys() != keys) {
            context = new MessageContext(keys, counters);
        }
        return context;
    }

    private Counters counters(RunContext asked) throws FailureException {
        Optional<Path> file = Optional.empty();
        for (int i = 0; i < nearestFirst.size() && file.isEmpty(); i++) {
            file = nearestFirst.get(i).counterFile();
        }
        try {
            return asked.counters(file);
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.CONFIG_ERROR, e.getMessage(), e);
        }
    }

    private Keys keys(RunContext asked) throws FailureException {
        Keys keys = Keys.NONE;
        for (int i = nearestFirst.size() - 1; i >= 0; i--) {
            keys = nearestFirst.get(i).over(keys, asked);
        }
        return keys;
    }
}

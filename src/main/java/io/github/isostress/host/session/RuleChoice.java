package io.github.isostress.host.session;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Chooses for one host the rule that acts: the first that fits. Each rule counts the events that reach it and fit.
 * Chance depends only on the seed, the rule and that count: equal numbers of requests give equal numbers of faults in
 * every run, over any number of connections. Thread-safe.
 */
public final class RuleChoice {
    private static final long RULE_STEP = 0xD1B54A32D192ED03L;
    private static final long SEED_STEP = 0x2545F4914F6CDD1DL;

    private final List<Rule> rules;
    private final AtomicLong[] counts;
    private final long seed;

    /**
     * @param seed the beginning of chance
     */
    public RuleChoice(List<Rule> rules, long seed) {
        this.rules = rules;
        this.seed = seed;
        this.counts = new AtomicLong[this.rules.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new AtomicLong();
        }
    }

    /**
     * A script to carry out.
     *
     * @param random for what the script leaves to chance
     */
    record Choice(Script script, SplittableRandom random) {}

    /** The script for a request; empty for the right answer. */
    Optional<Choice> onRequest(ReceivedMessage request) {
        for (int i = 0; i < counts.length; i++) {
            if (rules.get(i).trigger() instanceof Trigger.OnRequest trigger && trigger.fits(request)) {
                SplittableRandom random = count(i, trigger.frequency());
                if (random != null) {
                    return Optional.of(new Choice(rules.get(i).script(), random));
                }
            }
        }
        return Optional.empty();
    }

    /** The script for a new connection; empty for none. */
    Optional<Choice> onConnect() {
        for (int i = 0; i < counts.length; i++) {
            if (rules.get(i).trigger() instanceof Trigger.OnConnect trigger) {
                SplittableRandom random = count(i, trigger.frequency());
                if (random != null) {
                    return Optional.of(new Choice(rules.get(i).script(), random));
                }
            }
        }
        return Optional.empty();
    }

    /** Counts an event that fits; null if the rule does not act this time. */
    private SplittableRandom count(int rule, Frequency frequency) {
        long count = counts[rule].incrementAndGet();
        SplittableRandom random = new SplittableRandom(seed * SEED_STEP + rule * RULE_STEP + count);
        return frequency.hits(count, random) ? random : null;
    }
}

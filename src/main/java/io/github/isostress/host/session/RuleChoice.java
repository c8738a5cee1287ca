package io.github.isostress.host.session;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Chooses for one host which rule acts: the first that fits. Each rule counts what reaches it and fits, and what is
 * left to chance depends on the seed, the rule and that count alone: so many requests of a kind give the same number of
 * faults in every run, however many connections they come on. Thread-safe.
 */
public final class RuleChoice {
    private static final long RULE_STEP = 0xD1B54A32D192ED03L;
    private static final long SEED_STEP = 0x2545F4914F6CDD1DL;

    private final List<Rule> rules;
    private final AtomicLong[] counts;
    private final long seed;

    /**
     * A choice among rules.
     *
     * @param seed where chance begins
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
     * What is to be played.
     *
     * @param random for what the script leaves to chance
     */
    record Choice(Script script, SplittableRandom random) {}

    /** What to do about a request; empty to answer it rightly. */
    Optional<Choice> onRequest(IncomingRequest request) {
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

    /** What to do about a new connection; empty for nothing. */
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

    /** Counts an occasion that fits; null if the rule does not act this time. */
    private SplittableRandom count(int rule, Frequency frequency) {
        long count = counts[rule].incrementAndGet();
        SplittableRandom random = new SplittableRandom(seed * SEED_STEP + rule * RULE_STEP + count);
        return frequency.hits(count, random) ? random : null;
    }
}

package io.github.isostress.host.rule;

import io.github.isostress.framing.Framing;
import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.host.session.AnswerSealing;
import io.github.isostress.host.session.AnswerSending;
import io.github.isostress.host.session.Behaviour;
import io.github.isostress.host.session.Forward;
import io.github.isostress.host.session.Issuer;
import io.github.isostress.host.session.LargestLength;
import io.github.isostress.host.session.Rule;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of a host that does more than approve every request. Each line of the text is a rule: conditions, a colon,
 * behaviours; the first rule that fits acts. {@code #} begins a comment, {@code seed N} makes chance differ.
 *
 * <pre>{@code
 * mti 0200 amount 5000-5999 : decline 51
 * every 100                 : no answer
 * share 2%                  : delay uniform 50-200
 * always                    : delay lognormal 5 0.5 max 100
 * }</pre>
 *
 * Immutable; the counts belong to the host that follows the rules.
 */
public final class HostRules {
    /** No rules: every request is approved. */
    public static final HostRules NONE = new HostRules(List.of(), 1);

    private final List<Rule> rules;
    private final long seed;

    HostRules(List<Rule> rules, long seed) {
        this.rules = List.copyOf(rules);
        this.seed = seed;
    }

    /**
     * Reads rules.
     *
     * @param text the lines; blank to approve every request
     * @param packager the host's packager; empty if the host returns every message unchanged
     * @throws RuleRefusal with one clear sentence: the line, the word, and what is allowed
     */
    public static HostRules parse(String text, Optional<IsoPackager> packager) {
        return text.isBlank() ? NONE : new RulesReader(packager).read(text);
    }

    /** The first words of conditions. */
    public static List<String> conditionWords() {
        return ConditionReader.WORDS;
    }

    /** The first words of behaviours. */
    public static List<String> behaviourWords() {
        return new BehaviourReader(Optional.empty()).words();
    }

    public int count() {
        return rules.size();
    }

    /** The data elements that a {@code wrong key} changes. */
    public Set<Integer> namedElements() {
        return rules.stream()
                .flatMap(rule -> rule.script().steps().stream())
                .flatMapToInt(step -> step.neededElement().stream())
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The hosts that requests are forwarded to. */
    public Set<Issuer> issuers() {
        return rules.stream()
                .flatMap(rule -> rule.script().steps().stream())
                .filter(Forward.class::isInstance)
                .map(step -> ((Forward) step).issuer())
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<Rule> rules() {
        return rules;
    }

    /** The beginning of chance: equal seeds give equal runs. */
    public long seed() {
        return seed;
    }

    /**
     * Checks that a host with this packager and framing, and these seals, can carry out the rules.
     *
     * @throws IllegalArgumentException with one clear sentence if not
     */
    public void require(Optional<IsoPackager> packager, Framing framing, HostSeals seals) {
        for (Rule rule : rules) {
            for (Behaviour step : rule.script().steps()) {
                if (step instanceof AnswerSending.OversizeLength) {
                    LargestLength.require(framing);
                } else if (step instanceof AnswerSealing sealing) {
                    require(rule, sealing, seals);
                }
            }
            if (packager.isEmpty() && rule.needsElements()) {
                throw new RuleRefusal(rule.line(), "it needs data elements, and the host has no packager");
            }
        }
    }

    private static void require(Rule rule, AnswerSealing sealing, HostSeals seals) {
        try {
            sealing.require(seals);
        } catch (IllegalArgumentException e) {
            throw new RuleRefusal(rule.line(), e.getMessage());
        }
    }

    /** The number of rules; the text may hold card numbers. */
    @Override
    public String toString() {
        return Plural.of(rules.size(), "rule");
    }
}

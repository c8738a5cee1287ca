package io.github.isostress.host.rule;

import io.github.isostress.framing.Framing;
import io.github.isostress.host.session.AnswerSending;
import io.github.isostress.host.session.Behaviour;
import io.github.isostress.host.session.LargestLength;
import io.github.isostress.host.session.Rule;
import io.github.isostress.message.IsoPackager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a host does other than approve every request, and when. A text of one rule a line: conditions, a colon, and what
 * is done; the first rule that fits acts. {@code #} begins a comment, {@code seed N} gives chance another run.
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
    /** Every request is approved. */
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
     * @param packager what the host reads and writes messages with; empty if it sends each back as it came
     * @throws RuleRefusal with one clear sentence: the line, the word, and what is allowed
     */
    public static HostRules parse(String text, Optional<IsoPackager> packager) {
        return text.isBlank() ? NONE : new RulesReader(packager).read(text);
    }

    /** The words by which a condition begins, as they may stand before the colon. */
    public static List<String> conditionWords() {
        return ConditionReader.WORDS;
    }

    /** The words by which a behaviour begins, as they may stand behind the colon. */
    public static List<String> behaviourWords() {
        return new BehaviourReader(Optional.empty()).words();
    }

    /** How many there are. */
    public int count() {
        return rules.size();
    }

    /** The data elements that behaviours name to change them. */
    public Set<Integer> namedElements() {
        return rules.stream()
                .flatMap(rule -> rule.script().steps().stream())
                .flatMapToInt(step -> step.neededElement().stream())
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<Rule> rules() {
        return rules;
    }

    /** Where chance begins. */
    public long seed() {
        return seed;
    }

    /**
     * Refuses a host that cannot play them.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public void require(Optional<IsoPackager> packager, Framing framing) {
        for (Rule rule : rules) {
            for (Behaviour step : rule.script().steps()) {
                if (step instanceof AnswerSending.OversizeLength) {
                    LargestLength.require(framing);
                }
            }
            if (packager.isEmpty() && rule.needsElements()) {
                throw new RuleRefusal(rule.line(), "it needs data elements, and the host has no packager");
            }
        }
    }

    /** How many there are; not the text, which may hold card numbers. */
    @Override
    public String toString() {
        return rules.size() + " rules";
    }
}

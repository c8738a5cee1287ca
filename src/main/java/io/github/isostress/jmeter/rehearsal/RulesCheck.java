package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.host.rule.HostRules;
import io.github.isostress.host.rule.RuleRefusal;
import io.github.isostress.jmeter.element.HostReader;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583HostSchema;
import java.util.List;
import java.util.Map;

/** What is to be said of an embedded host's rules before it starts. Immutable. */
public sealed interface RulesCheck {
    /**
     * They can be played.
     *
     * @param rules how many there are
     */
    record Accepted(int rules) implements RulesCheck {}

    /**
     * They cannot be played.
     *
     * @param line which line is wrong, from 1; 0 if it is no line, but the packager or the framing
     * @param sentence what is wrong with it
     */
    record Refused(int line, String sentence) implements RulesCheck {}

    /** They hold variables or functions, which have their values when the host starts. */
    record KnownAtStart() implements RulesCheck {}

    /**
     * Checks the rules with the host's packager and framing. Blocks: it may read the packager's file.
     *
     * @param host as it is to be played
     * @param variables the values of the plan's variables, expressions as they were written
     */
    static RulesCheck of(Iso8583Host host, Map<String, String> variables) {
        Iso8583HostSchema schema = Iso8583HostSchema.INSTANCE;
        if (host.get(schema.rules).contains("${")) {
            return new KnownAtStart();
        }
        try {
            Iso8583Host evaluated = PlanVariables.evaluated(host, variables, schema.packager, schema.framing);
            return new Accepted(new HostReader(evaluated).rules().count());
        } catch (RuleRefusal e) {
            return new Refused(e.line(), e.getMessage());
        } catch (IllegalArgumentException e) {
            return new Refused(0, e.getMessage());
        }
    }

    /** The words by which conditions begin: what the rules language knows before the colon. */
    static List<String> conditionWords() {
        return HostRules.conditionWords();
    }

    /** The words by which behaviours begin: what the rules language knows behind the colon. */
    static List<String> behaviourWords() {
        return HostRules.behaviourWords();
    }
}

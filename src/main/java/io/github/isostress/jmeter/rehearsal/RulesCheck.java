package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.host.rule.HostRules;
import io.github.isostress.host.rule.RuleRefusal;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.setting.HostReader;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import java.util.List;
import java.util.Map;

/** Whether an embedded host can play its rules, as far as that is known before it starts. Immutable. */
public sealed interface RulesCheck {
    /**
     * The host can play them.
     *
     * @param rules their number
     */
    record Accepted(int rules) implements RulesCheck {}

    /**
     * The host refuses them.
     *
     * @param line the wrong line, from 1; 0 if the packager or the framing is wrong
     * @param sentence what is wrong
     */
    record Refused(int line, String sentence) implements RulesCheck {}

    /** They hold variables or functions, whose values are known when the host starts. */
    record KnownAtStart() implements RulesCheck {}

    /**
     * Checks the rules with the host's packager and framing. Blocks: it may read the packager's file.
     *
     * @param host the element with the settings to use
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

    /** The first words of conditions, which stand before the colon. */
    static List<String> conditionWords() {
        return HostRules.conditionWords();
    }

    /** The first words of behaviours, which stand after the colon. */
    static List<String> behaviourWords() {
        return HostRules.behaviourWords();
    }
}

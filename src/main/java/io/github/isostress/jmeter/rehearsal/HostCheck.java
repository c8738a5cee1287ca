package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.host.rule.RuleRefusal;
import io.github.isostress.host.seal.SealRefusal;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.setting.HostReader;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import java.util.List;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** Whether an embedded host can carry out its lines, as far as that is known before it starts. Immutable. */
public sealed interface HostCheck {
    /** The properties of a host. */
    Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;

    /**
     * The host can carry them out.
     *
     * @param lines the number of those that say something
     */
    record Accepted(int lines) implements HostCheck {}

    /**
     * The host refuses them.
     *
     * @param line the wrong line, from 1; 0 if something else is wrong, such as the packager
     * @param sentence what is wrong
     */
    record Refused(int line, String sentence) implements HostCheck {}

    /** They hold variables or functions, whose values are known when the host starts. */
    record KnownAtStart() implements HostCheck {}

    /**
     * Checks the rules with the host's packager, framing and signatures. Blocks: it may read files.
     *
     * @param host the element with the settings to use
     * @param scope variables and keys of the plan
     */
    static HostCheck ofRules(Iso8583Host host, PlanScope scope) {
        try {
            return isEvaluated(host, SCHEMA.rules) || isEvaluated(host, SCHEMA.seals)
                    ? new KnownAtStart()
                    : new Accepted(reader(host, scope).rules(keys(host, scope)).count());
        } catch (RuleRefusal e) {
            return new Refused(e.line(), e.getMessage());
        } catch (IllegalArgumentException e) {
            return new Refused(0, e.getMessage());
        }
    }

    /**
     * Checks what is verified and signed with the host's packager and the keys in scope. Blocks: it may read files.
     *
     * @param host the element with the settings to use
     * @param scope variables and keys of the plan
     */
    static HostCheck ofSeals(Iso8583Host host, PlanScope scope) {
        try {
            return isEvaluated(host, SCHEMA.seals)
                    ? new KnownAtStart()
                    : new Accepted(reader(host, scope).seals(keys(host, scope)).count());
        } catch (SealRefusal e) {
            return new Refused(e.line(), e.getMessage());
        } catch (IllegalArgumentException e) {
            return new Refused(0, e.getMessage());
        }
    }

    private static boolean isEvaluated(Iso8583Host host, StringPropertyDescriptor<?> property) {
        return host.get(property).contains("${");
    }

    private static HostReader reader(Iso8583Host host, PlanScope scope) {
        return new HostReader(PlanVariables.evaluated(host, scope.variables(), SCHEMA.packager, SCHEMA.framing));
    }

    private static Keys keys(Iso8583Host host, PlanScope scope) {
        return new HostReader(host).namesKeys() ? scope.evaluatedKeys() : Keys.NONE;
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

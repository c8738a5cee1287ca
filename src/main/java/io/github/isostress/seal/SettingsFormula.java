package io.github.isostress.seal;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.MessageInputs;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A formula whose value follows from its settings and from elements that are known before a message is filled. Immutable
 * and thread-safe, as its rule has to be.
 */
final class SettingsFormula implements Formula {
    private final List<FormulaInput> inputs;
    private final Set<ElementPath> needs;
    private final Rule rule;

    /** Makes the value, or what people are told of it, from the settings of a message. */
    interface Rule {
        /**
         * The value.
         *
         * @throws IllegalArgumentException with the rule that is broken
         */
        String value(SettingValues values);

        /** What the other end must have sent, see {@link Computation#expected}. */
        default String expected(SettingValues values, String seen) {
            return value(values);
        }

        /** What the value is computed from, see {@link Computation#explained}. */
        String explained(SettingValues values);
    }

    /**
     * A formula.
     *
     * @param inputs all settings that are not the same in every message
     * @param more elements that the rule looks up itself
     */
    SettingsFormula(List<FormulaInput> inputs, Set<ElementPath> more, Rule rule) {
        this.inputs = List.copyOf(inputs);
        Set<ElementPath> all = new LinkedHashSet<>(more);
        inputs.forEach(input -> all.addAll(input.needs()));
        this.needs = Set.copyOf(all);
        this.rule = rule;
    }

    @Override
    public Set<ElementPath> needs() {
        return needs;
    }

    @Override
    public Computation begin() {
        List<FormulaInput.Given> given =
                inputs.stream().map(FormulaInput::begin).toList();
        return new Computation() {
            @Override
            public String value(MessageInputs message) {
                return rule.value(new SettingValues(given, message));
            }

            @Override
            public String expected(MessageInputs message, String seen) {
                return rule.expected(new SettingValues(given, message), seen);
            }

            @Override
            public String explained(MessageInputs message) {
                return rule.explained(new SettingValues(given, message));
            }
        };
    }
}

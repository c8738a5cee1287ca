package io.github.isostress.seal;

import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.FormulaText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/**
 * The settings of a formula that is compiled: refuses those that its kind does not take. A refusal is an
 * IllegalArgumentException with the rule, and never quotes a value that may be a secret.
 */
final class FormulaSettings {
    private static final String ELEMENT = "@";

    private final FormulaKind kind;
    private final FormulaText text;
    private final ElementPath path;
    private final Expression.Compiler expressions;

    FormulaSettings(FormulaKind kind, FormulaText text, ElementPath path, Expression.Compiler expressions) {
        this.kind = kind;
        this.text = text;
        this.path = path;
        this.expressions = expressions;
        requireKnown();
    }

    private void requireKnown() {
        for (String name : text.settings().keySet()) {
            if (kind.setting(name) == null) {
                throw new IllegalArgumentException(kind.name() + " has no setting " + FormulaText.shown(name)
                        + "; it takes " + names(kind.settings()));
            }
        }
        List<Setting> missing = new ArrayList<>(kind.settings());
        missing.removeIf(setting -> !setting.isRequired() || text.settings().containsKey(setting.name()));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(kind.name() + " needs " + names(missing));
        }
    }

    private static String names(List<Setting> settings) {
        return settings.isEmpty()
                ? "none"
                : settings.stream().map(Setting::name).collect(Collectors.joining(", "));
    }

    /** The element that the formula gives a value. */
    ElementPath path() {
        return path;
    }

    /** Whether the setting is given. */
    boolean has(String setting) {
        return text.settings().containsKey(setting);
    }

    /** A setting that is there. */
    FormulaInput input(String setting) {
        String value = text.settings().get(setting);
        if (!value.startsWith(ELEMENT)) {
            return FormulaInput.text(setting, expressions.compile(value));
        }
        String element = value.substring(ELEMENT.length());
        try {
            return FormulaInput.firstOf(setting, element);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
        }
    }

    /** A setting that may be left out. */
    Optional<FormulaInput> optional(String setting) {
        return has(setting) ? Optional.of(input(setting)) : Optional.empty();
    }

    /** A setting without which the first of some elements counts that the message has. */
    FormulaInput inputOr(String setting, String... elements) {
        return optional(setting).orElseGet(() -> FormulaInput.firstOf(setting, elements));
    }

    /** The key that a setting names. */
    KeyInput key(String setting, KeyUse... uses) {
        return new KeyInput(input(setting), uses);
    }

    /** The word that is chosen; what a setting offers when it is left out. */
    String choice(String setting) {
        Setting offered = kind.setting(setting);
        String chosen = constant(setting, offered.byDefault());
        if (!offered.choices().contains(chosen)) {
            throw new IllegalArgumentException(setting + " is none of " + String.join(", ", offered.choices()));
        }
        return chosen;
    }

    /** A whole number within bounds, both included. */
    int number(String setting, int least, int largest, int otherwise) {
        String given = constant(setting, String.valueOf(otherwise));
        if (!given.matches("\\d{1,9}") || Integer.parseInt(given) < least || Integer.parseInt(given) > largest) {
            throw new IllegalArgumentException(setting + " is no whole number from " + least + " to " + largest);
        }
        return Integer.parseInt(given);
    }

    /** The words of a list, between its commas; empty if the setting is left out. */
    List<String> list(String setting) {
        return Arrays.stream(StringUtils.split(constant(setting, ""), ','))
                .map(String::strip)
                .toList();
    }

    /** A text that is the same in every message. */
    String constant(String setting, String otherwise) {
        if (!has(setting)) {
            return otherwise;
        }
        Expression expression = expressions.compile(text.settings().get(setting));
        if (!expression.isConstant()) {
            throw new IllegalArgumentException(
                    setting + " is the same in every message, so it takes no variable or function");
        }
        return expression.evaluate();
    }
}

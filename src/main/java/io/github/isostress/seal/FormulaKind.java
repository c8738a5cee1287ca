package io.github.isostress.seal;

import io.github.isostress.message.value.Formula;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of formulas. Immutable and thread-safe.
 *
 * @param name by which a line calls it
 * @param summary what it computes, one sentence for people, without a full stop
 * @param settings those it takes, in the order in which people write them
 * @param compiler makes a formula; throws an IllegalArgumentException with the rule that its settings break
 */
public record FormulaKind(
        String name, String summary, List<Setting> settings, Function<FormulaSettings, Formula> compiler) {
    /** Copies the settings. */
    public FormulaKind {
        settings = List.copyOf(settings);
    }

    /** The setting of that name; null if there is none. */
    Setting setting(String wanted) {
        return settings.stream()
                .filter(setting -> setting.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}

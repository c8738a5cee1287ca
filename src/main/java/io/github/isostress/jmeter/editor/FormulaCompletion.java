package io.github.isostress.jmeter.editor;

import io.github.isostress.jmeter.editor.TypedFormula.Part;
import io.github.isostress.jmeter.gui.form.SettingWords;
import io.github.isostress.seal.FormulaCatalogue;
import io.github.isostress.seal.FormulaKind;
import io.github.isostress.seal.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Completes a formula: its name, then the settings that are not given yet, the needed ones first, then their values.
 * Stateless.
 */
final class FormulaCompletion {
    private static final String EQUALS = "=";
    /** The settings of all formulas that name a key. */
    private static final Set<String> KEYS = Set.of("key", "pvk");

    private FormulaCompletion() {}

    /**
     * What a formula can name besides the words of its own language.
     *
     * @param keys those in scope, by their names
     * @param elements of the message, each with its sign
     */
    record Names(List<Suggestion> keys, List<Suggestion> elements) {}

    /** What fits where the caret is. */
    static Completion of(TypedFormula typed, Names names) {
        List<Suggestion> fitting = all(typed, names).stream()
                .filter(suggestion -> suggestion.beginsWith(typed.typed()))
                .toList();
        return new Completion(typed.from(), typed.to(), fitting, isNeeded(typed));
    }

    /** The formulas, for a cell that is empty. */
    static Completion ofEmptyCell(int length) {
        return new Completion(
                0,
                length,
                formulas()
                        .map(formula -> new Suggestion(":= " + formula.text(), formula.summary()))
                        .toList(),
                false);
    }

    private static List<Suggestion> all(TypedFormula typed, Names names) {
        return switch (typed.part()) {
            case NAME -> formulas().toList();
            case SETTING -> typed.kind().map(kind -> settings(kind, typed)).orElse(List.of());
            case VALUE ->
                typed.settingOfKind().map(setting -> values(setting, names)).orElse(List.of());
        };
    }

    private static Stream<Suggestion> formulas() {
        return FormulaCatalogue.kinds().stream().map(kind -> new Suggestion(kind.name(), kind.summary()).asWord());
    }

    private static List<Suggestion> settings(FormulaKind kind, TypedFormula typed) {
        return kind.settings().stream()
                .filter(setting -> !typed.given().contains(setting.name()))
                .sorted(Comparator.comparing(setting -> !setting.isRequired()))
                .map(setting -> new Suggestion(setting.name() + EQUALS, SettingWords.of(setting)))
                .toList();
    }

    private static List<Suggestion> values(Setting setting, Names names) {
        if (!setting.choices().isEmpty()) {
            return setting.choices().stream()
                    .map(choice -> new Suggestion(choice, note(choice, setting)).asWord())
                    .toList();
        }
        List<Suggestion> named = namesKey(setting) ? names.keys() : names.elements();
        return named.stream().map(Suggestion::asWord).toList();
    }

    private static boolean namesKey(Setting setting) {
        return KEYS.contains(setting.name());
    }

    private static String note(String choice, Setting setting) {
        return choice.equals(setting.byDefault()) ? EditorLabels.get("formula.default") : "";
    }

    /** A setting that was begun needs its value; one whose value is to be typed needs no list. */
    private static boolean isNeeded(TypedFormula typed) {
        return typed.part() == Part.VALUE
                ? typed.settingOfKind()
                        .filter(setting ->
                                namesKey(setting) || !setting.choices().isEmpty())
                        .isPresent()
                : typed.kind()
                        .filter(kind -> kind.settings().stream()
                                .anyMatch(setting ->
                                        setting.isRequired() && !typed.given().contains(setting.name())))
                        .isPresent();
    }
}

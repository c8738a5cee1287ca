package io.github.isostress.jmeter.editor;

import io.github.isostress.jmeter.gui.form.SettingWords;
import io.github.isostress.seal.FormulaKind;
import io.github.isostress.seal.Setting;
import java.util.stream.Collectors;

/** Says in a sentence what a formula, or the setting at the caret, is. Stateless. */
final class FormulaNote {
    private FormulaNote() {}

    /** What is at the caret: the setting, or else the formula and its settings. */
    static String of(TypedFormula typed) {
        return typed.kind()
                .map(kind -> typed.settingOfKind()
                        .map(setting -> EditorLabels.get(
                                "formula.setting", kind.name(), setting.name(), SettingWords.of(setting)))
                        .orElseGet(() -> of(kind)))
                .orElseGet(() -> EditorLabels.get("formula.unknown"));
    }

    private static String of(FormulaKind kind) {
        return EditorLabels.get(
                "formula.kind",
                kind.name(),
                kind.summary(),
                kind.settings().stream().map(FormulaNote::form).collect(Collectors.joining(" ")));
    }

    /** Settings that may be left out stand in brackets. */
    private static String form(Setting setting) {
        return setting.isRequired() ? setting.name() + "=" : "[" + setting.name() + "=]";
    }
}

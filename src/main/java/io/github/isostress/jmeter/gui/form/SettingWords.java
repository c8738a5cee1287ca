package io.github.isostress.jmeter.gui.form;

import io.github.isostress.seal.Setting;
import java.text.MessageFormat;

/** Says what a setting of a formula is. Stateless. */
public final class SettingWords {
    private SettingWords() {}

    /** What it is, which words it takes, and what counts without it. */
    public static String of(Setting setting) {
        String what = setting.choices().isEmpty()
                ? setting.summary()
                : filled("formula.choices", setting.summary(), String.join(", ", setting.choices()));
        if (setting.isRequired()) {
            return filled("formula.needed", what);
        }
        return setting.byDefault().isEmpty()
                ? filled("formula.optional", what)
                : filled("formula.otherwise", what, setting.byDefault());
    }

    private static String filled(String key, Object... values) {
        return MessageFormat.format(PanelLabels.get(key), values);
    }
}

package io.github.isostress.seal;

import io.github.isostress.crypto.card.PinVerificationValue;
import io.github.isostress.crypto.key.KeyUse;
import java.util.List;
import java.util.Set;

/** Visa's PIN verification value. */
final class PvvFormula implements SettingsFormula.Rule {
    private static final String KEY = "key";
    private static final String INDEX = "pvki";
    private static final String PIN = "pin";

    static final FormulaKind KIND = new FormulaKind(
            "pvv",
            "Visa's PIN verification value, four digits",
            List.of(
                    Setting.required(KEY, "name of the PVK"),
                    Setting.required(INDEX, "key index, one digit"),
                    Setting.required(PIN, "4 to 12 digits"),
                    CardSettings.PAN),
            settings -> new SettingsFormula(
                    List.of(
                            settings.input(KEY),
                            settings.input(INDEX),
                            settings.input(PIN),
                            CardSettings.pan(settings)),
                    Set.of(),
                    new PvvFormula()));

    private final PerKey<PinVerificationValue> ready = new PerKey<>(PinVerificationValue::new);

    private PvvFormula() {}

    @Override
    public String value(SettingValues values) {
        return ready.of(values.key(KEY, KeyUse.PVK).key())
                .of(CardSettings.pan(values), values.text(INDEX), values.text(PIN));
    }

    @Override
    public String explained(SettingValues values) {
        return CardSettings.explained(values.key(KEY, KeyUse.PVK), values);
    }
}

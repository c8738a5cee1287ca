package io.github.isostress.seal;

import io.github.isostress.crypto.card.PinOffset;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.message.value.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The offset from a card's natural PIN to its chosen one (IBM 3624). */
final class OffsetFormula implements SettingsFormula.Rule {
    private static final String KEY = "key";
    private static final String PIN = "pin";
    private static final Setting VALIDATION = Setting.optional(
            "validation",
            "validation data, 16 hex digits",
            "the 12 digits of the PAN before its check digit, then FFFF");
    private static final Setting TABLE =
            Setting.optional("table", "decimalisation table, 16 digits", PinOffset.USUAL_TABLE);

    static final FormulaKind KIND = new FormulaKind(
            "offset",
            "The PIN offset by the IBM 3624 method, as long as the PIN",
            List.of(
                    Setting.required(KEY, "name of the PVK"),
                    Setting.required(PIN, "4 to 12 digits"),
                    CardSettings.PAN,
                    VALIDATION,
                    TABLE),
            OffsetFormula::compile);

    private final PerKey<PinOffset> ready;
    private final boolean hasOwnData;

    private OffsetFormula(String table, boolean hasOwnData) {
        this.ready = new PerKey<>(key -> new PinOffset(key, table));
        this.hasOwnData = hasOwnData;
    }

    private static Formula compile(FormulaSettings settings) {
        boolean hasOwnData = settings.has(VALIDATION.name());
        List<FormulaInput> inputs = new ArrayList<>(List.of(settings.input(KEY), settings.input(PIN)));
        inputs.add(hasOwnData ? settings.input(VALIDATION.name()) : CardSettings.pan(settings));
        String table = settings.constant(TABLE.name(), PinOffset.USUAL_TABLE);
        PinOffset.requireTable(table);
        return new SettingsFormula(inputs, Set.of(), new OffsetFormula(table, hasOwnData));
    }

    @Override
    public String value(SettingValues values) {
        String data = hasOwnData ? values.text(VALIDATION.name()) : PinOffset.validationData(CardSettings.pan(values));
        return ready.of(values.key(KEY, KeyUse.PVK).key()).of(data, values.text(PIN));
    }

    @Override
    public String explained(SettingValues values) {
        return "with the key " + values.key(KEY, KeyUse.PVK);
    }
}

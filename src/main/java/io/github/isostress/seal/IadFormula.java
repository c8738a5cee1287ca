package io.github.isostress.seal;

import io.github.isostress.crypto.emv.CryptogramVersion;
import io.github.isostress.crypto.emv.IssuerApplicationData;
import io.github.isostress.message.value.Formula;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The issuer application data that a card sends with its cryptogram. */
final class IadFormula implements SettingsFormula.Rule {
    private static final Setting VERSION =
            Setting.choice("cvn", "cryptogram version", ChipSettings.words(CryptogramVersion.values()));
    private static final Setting INDEX = Setting.optional("dki", "key derivation index, two hex digits", "01");
    private static final Setting RESULTS =
            Setting.optional("cvr", "card verification results in hex digits", "those of an ARQC");

    static final FormulaKind KIND = new FormulaKind(
            "iad",
            "The issuer application data of a chip (tag 9F10)",
            List.of(VERSION, INDEX, RESULTS),
            IadFormula::compile);

    private final CryptogramVersion version;

    private IadFormula(CryptogramVersion version) {
        this.version = version;
    }

    private static Formula compile(FormulaSettings settings) {
        CryptogramVersion version = CryptogramVersion.of(settings.choice(VERSION.name()));
        List<FormulaInput> inputs = new ArrayList<>();
        settings.optional(INDEX.name()).ifPresent(inputs::add);
        settings.optional(RESULTS.name()).ifPresent(inputs::add);
        return new SettingsFormula(inputs, Set.of(), new IadFormula(version));
    }

    @Override
    public String value(SettingValues values) {
        byte[] index = SettingValues.bytes(INDEX.name(), values.textOr(INDEX.name(), INDEX.byDefault()));
        if (index.length != 1) {
            throw new IllegalArgumentException("dki must be one byte in two hex digits");
        }
        String results = values.textOr(RESULTS.name(), "");
        return HexFormat.of()
                .withUpperCase()
                .formatHex(IssuerApplicationData.of(
                        version,
                        index[0] & 0xFF,
                        results.isEmpty()
                                ? IssuerApplicationData.usualResults(version)
                                : SettingValues.bytes(RESULTS.name(), results)));
    }

    @Override
    public String explained(SettingValues values) {
        return "by CVN " + version;
    }
}

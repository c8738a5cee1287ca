package io.github.isostress.seal;

import io.github.isostress.crypto.emv.ApplicationCryptogram;
import io.github.isostress.crypto.emv.CryptogramData;
import io.github.isostress.crypto.emv.CryptogramVersion;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Formula;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The cryptogram of a card over the tags beside it. */
final class ArqcFormula implements SettingsFormula.Rule {
    private static final Setting TAGS =
            Setting.optional("tags", "tags of the data, with commas between them", "those of the CVN");

    static final FormulaKind KIND = new FormulaKind(
            "arqc",
            "The application cryptogram of a chip (tag 9F26)",
            List.of(
                    ChipSettings.KEY,
                    ChipSettings.VERSION,
                    CardSettings.PAN,
                    CardSettings.SEQUENCE,
                    ChipSettings.OPTION,
                    TAGS,
                    ChipSettings.SESSION),
            ArqcFormula::compile);

    private final ChipSettings chip;

    /** Empty for those of the version. */
    private final List<String> tags;

    private ArqcFormula(ChipSettings chip, List<String> tags) {
        this.chip = chip;
        this.tags = tags;
    }

    private static Formula compile(FormulaSettings settings) {
        ChipSettings chip = new ChipSettings(settings);
        List<String> tags = settings.list(TAGS.name()).stream()
                .map(tag -> tag.toUpperCase(Locale.ROOT))
                .toList();
        ArqcFormula rule = new ArqcFormula(chip, tags);
        Set<ElementPath> needed = new LinkedHashSet<>();
        rule.data(CryptogramVersion.VISA_18).tags().forEach(tag -> needed.add(chip.tag(tag)));
        for (String tag : List.of(CryptogramData.ISSUER_DATA, ChipSettings.COUNTER, ChipSettings.UNPREDICTABLE)) {
            needed.add(chip.tag(tag));
        }
        return new SettingsFormula(ChipSettings.inputs(settings), needed, rule);
    }

    private CryptogramData data(CryptogramVersion version) {
        return tags.isEmpty() ? CryptogramData.of(version) : CryptogramData.listed(version, tags);
    }

    @Override
    public String value(SettingValues values) {
        CryptogramVersion version = chip.version(values);
        byte[] data = data(version).from(tag -> chip.tagOrNull(values, tag));
        byte[] cryptogram =
                ApplicationCryptogram.of(chip.key(values, version.cryptogramKey()), data, version.padding());
        return HexFormat.of().withUpperCase().formatHex(cryptogram);
    }

    @Override
    public String explained(SettingValues values) {
        CryptogramVersion version = chip.version(values);
        return chip.explained(values) + "\nover tags "
                + String.join(", ", data(version).tags()) + ", of tag " + CryptogramData.ISSUER_DATA + " "
                + version.issuerDataPart();
    }
}

package io.github.isostress.seal;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.emv.ArpcMethod;
import io.github.isostress.crypto.emv.CryptogramData;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Formula;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;

/** The issuer's answer to a cryptogram, as tag 91 has it: the ARPC and what it answers with. */
final class ArpcFormula implements SettingsFormula.Rule {
    private static final Setting METHOD = Setting.oneOf(
            "method",
            "how it is computed (EMV Book 2, 8.2); without it, as the CVN has it",
            ChipSettings.words(ArpcMethod.values()));
    private static final Setting CODE =
            Setting.optional("arc", "method 1: authorisation response code, two characters or four hex digits", "@39");
    private static final Setting UPDATE =
            Setting.optional("csu", "method 2: card status update, eight hex digits", "00820000");
    private static final Setting OWN =
            Setting.optional("data", "method 2: the issuer's own data, up to 16 hex digits", "none");
    private static final int CODE_CHARACTERS = 2;
    private static final int CODE_DIGITS = 4;
    private static final int DIGITS_A_BYTE = 2;

    static final FormulaKind KIND = new FormulaKind(
            "arpc",
            "The issuer's answer to a cryptogram (tag 91): the ARPC, then the response code, or card status update and"
                    + " own data",
            List.of(
                    ChipSettings.KEY,
                    METHOD,
                    CODE,
                    UPDATE,
                    OWN,
                    ChipSettings.VERSION,
                    CardSettings.PAN,
                    CardSettings.SEQUENCE,
                    ChipSettings.OPTION,
                    ChipSettings.SESSION),
            ArpcFormula::compile);

    private final ChipSettings chip;

    /** Null for that of the version. */
    private final ArpcMethod method;

    /** Whether settings say what is answered. If not, an answer that is verified says it itself. */
    private final boolean saysAnswer;

    private ArpcFormula(ChipSettings chip, ArpcMethod method, boolean saysAnswer) {
        this.chip = chip;
        this.method = method;
        this.saysAnswer = saysAnswer;
    }

    private static Formula compile(FormulaSettings settings) {
        ChipSettings chip = new ChipSettings(settings);
        ArpcMethod method = settings.has(METHOD.name()) ? ArpcMethod.of(settings.constant(METHOD.name(), "")) : null;
        List<FormulaInput> inputs = ChipSettings.inputs(settings);
        inputs.add(settings.inputOr(CODE.name(), "39"));
        settings.optional(UPDATE.name()).ifPresent(inputs::add);
        settings.optional(OWN.name()).ifPresent(inputs::add);
        Set<ElementPath> needed = new LinkedHashSet<>();
        for (String tag : List.of(
                ChipSettings.CRYPTOGRAM,
                ChipSettings.COUNTER,
                ChipSettings.UNPREDICTABLE,
                CryptogramData.ISSUER_DATA)) {
            needed.add(chip.tag(tag));
        }
        boolean saysAnswer = settings.has(CODE.name()) || settings.has(UPDATE.name()) || settings.has(OWN.name());
        return new SettingsFormula(inputs, needed, new ArpcFormula(chip, method, saysAnswer));
    }

    @Override
    public String value(SettingValues values) {
        ArpcMethod taken = method(values);
        return withAnswer(values, taken, answer(values, taken));
    }

    /** Issuers answer with codes and updates that nobody else knows before, and some send the ARPC alone. */
    @Override
    public String expected(SettingValues values, String seen) {
        ArpcMethod taken = method(values);
        String seenAnswer = StringUtils.substring(seen, DIGITS_A_BYTE * taken.length());
        if (seenAnswer.isEmpty()) {
            return hex(taken.cryptogram(key(values), cryptogram(values), answer(values, taken)));
        }
        return saysAnswer || !taken.takes(seenAnswer.length() / DIGITS_A_BYTE)
                ? value(values)
                : withAnswer(values, taken, SettingValues.bytes("what follows the ARPC", seenAnswer));
    }

    private ArpcMethod method(SettingValues values) {
        return method == null ? chip.version(values).answerMethod() : method;
    }

    private static byte[] answer(SettingValues values, ArpcMethod method) {
        return method == ArpcMethod.ONE ? code(values) : update(values);
    }

    private String withAnswer(SettingValues values, ArpcMethod method, byte[] answer) {
        return hex(method.issuerAuthentication(key(values), cryptogram(values), answer));
    }

    private CipherKey key(SettingValues values) {
        return chip.key(values, chip.version(values).answerKey());
    }

    private byte[] cryptogram(SettingValues values) {
        return chip.tag(values, ChipSettings.CRYPTOGRAM);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static byte[] code(SettingValues values) {
        String code = values.text(CODE.name());
        if (code.length() == CODE_CHARACTERS) {
            return code.getBytes(StandardCharsets.US_ASCII);
        }
        if (code.length() != CODE_DIGITS) {
            throw new IllegalArgumentException("arc must be two characters or four hex digits, not " + code.length());
        }
        return SettingValues.bytes(CODE.name(), code);
    }

    private static byte[] update(SettingValues values) {
        return SettingValues.bytes(
                UPDATE.name(), values.textOr(UPDATE.name(), UPDATE.byDefault()) + values.textOr(OWN.name(), ""));
    }

    @Override
    public String explained(SettingValues values) {
        return chip.explained(values) + "\nby method " + method(values) + ", for the cryptogram "
                + hex(cryptogram(values));
    }
}

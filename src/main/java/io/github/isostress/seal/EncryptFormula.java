package io.github.isostress.seal;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.dukpt.WorkingKeyUse;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.message.value.Formula;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Data under a data key or that of a DUKPT transaction (NIST SP 800-38A). */
final class EncryptFormula implements SettingsFormula.Rule {
    private static final String CBC = "cbc";
    private static final String TEXT = "text";
    private static final String RESPONSE = "response";
    private static final byte BIT = (byte) 0x80;

    private static final Setting KEY = Setting.required("key", "name of the data key or BDK");
    private static final Setting DATA = Setting.required("data", "what is enciphered");
    private static final Setting FORM =
            Setting.choiceOr("form", "how the data are written: hex digits, or text in ASCII", List.of("hex", TEXT));
    private static final Setting MODE = Setting.choiceOr("mode", "how blocks are joined", List.of("ecb", CBC));
    private static final Setting IV = Setting.optional("iv", "initial value of cbc in hex digits", "zeros");
    private static final Setting PADDING =
            Setting.choiceOr("padding", "of ISO 9797-1, for data that are no whole blocks", List.of("none", "1", "2"));
    private static final Setting DIRECTION =
            Setting.choiceOr("direction", "whose data key it is, with a BDK", List.of("request", RESPONSE));

    static final FormulaKind KIND = new FormulaKind(
            "encrypt",
            "Data, enciphered",
            List.of(KEY, DATA, FORM, MODE, IV, PADDING, DukptSettings.KSN, DIRECTION),
            EncryptFormula::compile);

    private final boolean isText;
    private final boolean isChained;
    private final String padding;
    private final WorkingKeyUse use;

    private EncryptFormula(FormulaSettings settings) {
        isText = settings.choice(FORM.name()).equals(TEXT);
        isChained = settings.choice(MODE.name()).equals(CBC);
        padding = settings.choice(PADDING.name());
        use = settings.choice(DIRECTION.name()).equals(RESPONSE)
                ? WorkingKeyUse.DATA_RESPONSE
                : WorkingKeyUse.DATA_REQUEST;
        if (settings.has(IV.name()) && !isChained) {
            throw new IllegalArgumentException("iv counts with mode=cbc alone");
        }
    }

    private static Formula compile(FormulaSettings settings) {
        List<FormulaInput> inputs = new ArrayList<>(
                List.of(settings.input(KEY.name()), settings.input(DATA.name()), DukptSettings.ksn(settings)));
        settings.optional(IV.name()).ifPresent(inputs::add);
        return new SettingsFormula(inputs, Set.of(), new EncryptFormula(settings));
    }

    @Override
    public String value(SettingValues values) {
        NamedKey named = named(values);
        CipherKey key = DukptSettings.key(named, values, use, named.key().algorithm());
        byte[] data = padded(data(values), key.algorithm().blockLength());
        byte[] enciphered = isChained ? key.encryptCbc(data, iv(values, key)) : key.encryptEcb(data);
        Arrays.fill(data, (byte) 0);
        return HexFormat.of().withUpperCase().formatHex(enciphered);
    }

    private byte[] data(SettingValues values) {
        return isText ? values.text(DATA.name()).getBytes(StandardCharsets.US_ASCII) : values.bytes(DATA.name());
    }

    private byte[] padded(byte[] data, int block) {
        if (padding.equals("none")) {
            return data;
        }
        int added = padding.equals("2") ? 1 : 0;
        byte[] padded = Arrays.copyOf(data, (data.length + added + block - 1) / block * block);
        if (added > 0) {
            padded[data.length] = BIT;
        }
        return padded;
    }

    private static byte[] iv(SettingValues values, CipherKey key) {
        String zeros = "00".repeat(key.algorithm().blockLength());
        return SettingValues.bytes(IV.name(), values.textOr(IV.name(), zeros));
    }

    @Override
    public String explained(SettingValues values) {
        return DukptSettings.explained(named(values), values);
    }

    private static NamedKey named(SettingValues values) {
        return values.key(KEY.name(), KeyUse.DATA, KeyUse.BDK_TDES, KeyUse.BDK_AES);
    }
}

package io.github.isostress.seal;

import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.Formula;
import java.util.List;
import java.util.Set;

/**
 * A key's check value: for DES the first 3 bytes of encrypted zeros, for AES those of the CMAC of a block of zeros
 * (X9.24-1, annex A). Immutable and thread-safe.
 */
record KcvFormula(KeyInput key) implements Formula {
    static final FormulaKind KIND = new FormulaKind(
            "kcv",
            "The check value of a key",
            List.of(Setting.required("key", "name of the key")),
            settings -> new KcvFormula(settings.key("key", KeyUse.values())));

    @Override
    public Set<ElementPath> needs() {
        return key.name().needs();
    }

    @Override
    public Computation begin() {
        FormulaInput.Given name = key.name().begin();
        return inputs -> key.key(name, inputs).key().checkValue();
    }
}

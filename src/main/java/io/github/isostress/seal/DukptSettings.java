package io.github.isostress.seal;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.dukpt.DukptScheme;
import io.github.isostress.crypto.dukpt.WorkingKeyType;
import io.github.isostress.crypto.dukpt.WorkingKeyUse;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.NamedKey;

/** The settings of formulas that take a key as it is, or a BDK and the KSN of a transaction. */
final class DukptSettings {
    static final Setting KSN = Setting.optional("ksn", "KSN of the transaction, with a BDK", "@53");

    private DukptSettings() {}

    static FormulaInput ksn(FormulaSettings settings) {
        return settings.inputOr(KSN.name(), "53");
    }

    /**
     * The key that a value is made with.
     *
     * @param named a BDK, or the key itself
     * @param algorithm of the key; under a BDK of AES it may be 3DES
     * @throws IllegalArgumentException if the KSN is none under this BDK
     */
    static CipherKey key(NamedKey named, SettingValues values, WorkingKeyUse use, CipherAlgorithm algorithm) {
        if (!isBase(named)) {
            return named.key();
        }
        String ksn = values.text(KSN.name());
        return named.use() == KeyUse.BDK_AES && algorithm == CipherAlgorithm.TDES
                ? TransactionKeys.of(named, ksn, use, WorkingKeyType.TDES_128)
                : TransactionKeys.of(named, ksn, use);
    }

    /** Which key it is, for people. */
    static String explained(NamedKey named, SettingValues values) {
        return "with the key " + named + (isBase(named) ? ", for KSN " + values.text(KSN.name()) : "");
    }

    /** The standard of a BDK. */
    static DukptScheme scheme(NamedKey bdk) {
        return DukptScheme.of(bdk.key().algorithm());
    }

    private static boolean isBase(NamedKey named) {
        return named.use() == KeyUse.BDK_TDES || named.use() == KeyUse.BDK_AES;
    }
}

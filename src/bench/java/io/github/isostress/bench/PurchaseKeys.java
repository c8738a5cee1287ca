package io.github.isostress.bench;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import java.util.HexFormat;

/** The keys of {@link Purchase#SEALED}: those of published examples. */
public final class PurchaseKeys {
    private static final String EXAMPLE = "0123456789ABCDEFFEDCBA9876543210";

    private PurchaseKeys() {}

    /** As formulas find them. */
    public static Keys keys() {
        return Keys.NONE
                .with(tdes("BDK", KeyUse.BDK_TDES, EXAMPLE))
                .with(tdes("IMK", KeyUse.IMK_AC, EXAMPLE))
                .with(tdes("MAK", KeyUse.MAC, "7962D9ECE03D1ACD4C76089DCE131543"));
    }

    private static NamedKey tdes(String name, KeyUse use, String digits) {
        return new NamedKey(name, use, CipherKey.tdes(HexFormat.of().parseHex(digits)));
    }
}

package io.github.isostress.bench;

import io.github.isostress.crypto.key.KeyLines;
import io.github.isostress.crypto.key.KeyParity;
import io.github.isostress.crypto.key.Keys;

/** The keys of {@link Purchase#SEALED}: those of published examples. */
public final class PurchaseKeys {
    /** As an ISO 8583 Keys element takes them. */
    public static final String LINES = """
            BDK bdk-3des clear=0123456789ABCDEFFEDCBA9876543210
            IMK imk-ac 3des clear=0123456789ABCDEFFEDCBA9876543210
            MAK mac 3des clear=7962D9ECE03D1ACD4C76089DCE131543
            """;

    private PurchaseKeys() {}

    /** As formulas find them. */
    public static Keys keys() {
        return KeyLines.read(LINES, KeyParity.ADJUSTED, Keys.NONE);
    }
}

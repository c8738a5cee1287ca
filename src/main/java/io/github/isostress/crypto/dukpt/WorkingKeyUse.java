package io.github.isostress.crypto.dukpt;

import java.util.Locale;

/** What a key of one transaction is for. A request goes from the terminal to the host. */
public enum WorkingKeyUse {
    PIN(0x1000, 0xFFL),
    MAC_REQUEST(0x2000, 0xFF00L),
    MAC_RESPONSE(0x2001, 0xFF00_0000L),
    MAC_BOTH(0x2002, 0xFF00L),
    DATA_REQUEST(0x3000, 0xFF_0000L),
    DATA_RESPONSE(0x3001, 0xFF_0000_0000L),
    DATA_BOTH(0x3002, 0xFF_0000L),
    KEY_ENCRYPTION(0x0002, 0),
    KEY_DERIVATION(0x8000, 0);

    private final int aesUsage;
    private final long tdesVariant;

    WorkingKeyUse(int aesUsage, long tdesVariant) {
        this.aesUsage = aesUsage;
        this.tdesVariant = tdesVariant;
    }

    /** The key usage indicator of ANSI X9.24-3, table 3. */
    int aesUsage() {
        return aesUsage;
    }

    /**
     * What is added to each half of the transaction key: ANSI X9.24-1:2009, annex A, table A-1.
     *
     * @throws IllegalArgumentException with one clear sentence if the standard has no such key
     */
    long tdesVariant() {
        if (tdesVariant == 0) {
            throw new IllegalArgumentException(DukptScheme.TDES + " has no key for "
                    + name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return tdesVariant;
    }

    /** Whether the variant is enciphered with itself, so that it does not give the transaction key away. */
    boolean isForData() {
        return this == DATA_REQUEST || this == DATA_RESPONSE || this == DATA_BOTH;
    }
}

package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherAlgorithm;
import java.util.List;
import java.util.Map;

/**
 * The key usages of a header (X9.143, 6.3.1) that fit a use. Immutable.
 *
 * @param usages two characters each, the usual one first
 */
record KeyBlockUsage(List<String> usages) {
    private static final String CMAC = "M6";

    private static final Map<KeyUse, KeyBlockUsage> BY_USE = Map.of(
            KeyUse.PIN, usages("P0"),
            KeyUse.MAC, usages("M3", "M0", "M1", "M2", "M4", "M5", "M6", "M7", "M8"),
            KeyUse.DATA, usages("D0"),
            KeyUse.BDK_TDES, usages("B0"),
            KeyUse.BDK_AES, usages("B0"),
            KeyUse.IMK_AC, usages("E0", "E4"),
            KeyUse.CVK, usages("C0"),
            KeyUse.PVK, usages("V2", "V0", "V1", "V3", "V4", "V5"),
            KeyUse.KEK, usages("K0", "K1"));

    private static KeyBlockUsage usages(String... usages) {
        return new KeyBlockUsage(List.of(usages));
    }

    static KeyBlockUsage of(KeyUse use) {
        return BY_USE.get(use);
    }

    /** What a block for this use says unless told otherwise: the retail MAC is none of AES, its MAC is CMAC. */
    String first(CipherAlgorithm algorithm) {
        return algorithm == CipherAlgorithm.AES && usages.contains(CMAC) ? CMAC : usages.get(0);
    }

    /**
     * @throws IllegalArgumentException with one clear sentence if the header names no usage that fits the use
     */
    static void require(KeyUse use, KeyBlockHeader header) {
        List<String> fitting = of(use).usages;
        if (!fitting.contains(header.usage())) {
            throw new IllegalArgumentException("the key block is for the usage " + header.usage() + ", but the use "
                    + use + " needs " + String.join(", ", fitting));
        }
    }
}

package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherAlgorithm;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key is for; one key is for one use. Its text is the name people write. */
public enum KeyUse {
    /** Enciphers PIN blocks. */
    PIN("PIN"),

    /** Makes and verifies MACs of messages. */
    MAC("MAC"),

    /** Enciphers data. */
    DATA("data"),

    /** The base derivation key of DUKPT with 3DES (ANSI X9.24-1). */
    BDK_TDES("BDK-3DES"),

    /** The base derivation key of DUKPT with AES (ANSI X9.24-3). */
    BDK_AES("BDK-AES"),

    /** The issuer's master key for application cryptograms (EMV Book 2). */
    IMK_AC("IMK-AC"),

    /** Makes card verification values: CVV, CVV2, iCVV. */
    CVK("CVK"),

    /** Makes PIN verification values. */
    PVK("PVK"),

    /** Enciphers other keys, or protects key blocks (then called KBPK). */
    KEK("KEK");

    private static final String KEK_OF_KEY_BLOCKS = "KBPK";

    private final String text;

    KeyUse(String text) {
        this.text = text;
    }

    /** The use as a word of a line of keys: its text in lower case. */
    public String word() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The algorithm that all keys of this use have; empty if it may be either. */
    public Optional<CipherAlgorithm> algorithm() {
        return switch (this) {
            case PIN, MAC, DATA, KEK -> Optional.empty();
            case BDK_AES -> Optional.of(CipherAlgorithm.AES);
            case BDK_TDES, IMK_AC, CVK, PVK -> Optional.of(CipherAlgorithm.TDES);
        };
    }

    /** The use of a word in upper or lower case, KBPK being a KEK; empty if the word names none. */
    public static Optional<KeyUse> of(String word) {
        if (word.equalsIgnoreCase(KEK_OF_KEY_BLOCKS)) {
            return Optional.of(KEK);
        }
        return Arrays.stream(values())
                .filter(use -> use.text.equalsIgnoreCase(word))
                .findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}

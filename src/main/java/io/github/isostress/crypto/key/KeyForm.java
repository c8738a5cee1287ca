package io.github.isostress.crypto.key;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a key is written down or sent; its text is the word in a line of keys. */
public enum KeyForm {
    /** Hex digits of the key itself. */
    CLEAR(false),

    /** Two or three components, joined by +, whose exclusive or is the key. */
    COMPONENTS(false),

    /** Hex digits of the key, each block enciphered under a KEK. */
    ECB(true),

    /** Hex digits of the key, its blocks enciphered as a chain under a KEK, beginning with zeros. */
    CBC(true),

    /** A key block of TR-31 / X9.143 under a KEK. */
    TR31(true);

    private final boolean isUnderKey;

    KeyForm(boolean isUnderKey) {
        this.isUnderKey = isUnderKey;
    }

    /** Whether another key is needed to read one of this form. */
    public boolean isUnderKey() {
        return isUnderKey;
    }

    /** The form of a word in lower case; empty if it names none. */
    public static Optional<KeyForm> of(String word) {
        return Arrays.stream(values())
                .filter(form -> form.toString().equals(word))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

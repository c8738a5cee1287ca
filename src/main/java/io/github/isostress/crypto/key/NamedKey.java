package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherKey;

/**
 * A key under its name. Its text tells name, use, length and check value alone. Immutable.
 *
 * @param name as formulas call it; case counts
 * @param use what it is for
 * @param key ready for use
 */
public record NamedKey(String name, KeyUse use, CipherKey key) {
    @Override
    public String toString() {
        return name + " (" + use + "), a " + key;
    }
}

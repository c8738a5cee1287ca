package io.github.isostress.seal;

import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.message.value.MessageInputs;

/**
 * The setting of a formula that names a key. Immutable and thread-safe.
 *
 * @param name gives the key's name
 * @param uses those that fit, one of which the key must have
 */
record KeyInput(FormulaInput name, KeyUse... uses) {
    /**
     * The key.
     *
     * @param given the name in this message
     * @throws IllegalArgumentException if there is no such key, or it has another use
     */
    NamedKey key(FormulaInput.Given given, MessageInputs inputs) {
        return inputs.keys().get(given.value(inputs), uses);
    }
}

package io.github.isostress.crypto.key;

import java.util.Optional;

/**
 * What became of one line of keys. Immutable; its text shows no digit of a key.
 *
 * @param line its number, from 1 on
 * @param key empty if the line gives none
 * @param problem why it gives none; blank if it gives one
 */
public record CheckedKey(int line, Optional<NamedKey> key, String problem) {}

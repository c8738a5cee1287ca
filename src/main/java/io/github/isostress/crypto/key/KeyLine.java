package io.github.isostress.crypto.key;

import java.util.Optional;

/**
 * One line of keys, taken apart. Immutable; its text tells nothing of the value.
 *
 * @param number of the line, from 1 on
 * @param name of the key
 * @param key as it is written
 * @param under the name of the key it is under; empty if the line names none
 */
record KeyLine(int number, String name, WrittenKey key, Optional<String> under) {
    /** The sentence with where it is about. */
    IllegalArgumentException refusal(String sentence) {
        return new IllegalArgumentException("line " + number + ": key '" + name + "': " + sentence);
    }

    @Override
    public String toString() {
        return "line " + number + ": " + name + ", a " + key;
    }
}

package io.github.isostress.jmeter.element;

import java.util.LinkedHashSet;
import java.util.Set;

/** Reads a list of values of DE 39 as users write it. */
final class SuccessCodesReader {
    private static final String ANY = "*";

    private SuccessCodesReader() {}

    /**
     * The values; empty for {@code *}, which is any answer.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Set<String> of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the success codes are empty; write " + ANY + " for any answer");
        }
        return text.equals(ANY) ? Set.of() : new LinkedHashSet<>(PropertyReader.words(text));
    }
}

package io.github.isostress.jmeter.setting;

import java.util.LinkedHashSet;
import java.util.Set;

/** Reads a list of values of DE 39, separated by commas or blanks. */
final class SuccessCodesReader {
    private static final String ANY = "*";

    private SuccessCodesReader() {}

    /**
     * Reads the list.
     *
     * @return empty if the text is {@code *}: any answer is a success
     * @throws IllegalArgumentException if the text is empty
     */
    static Set<String> of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the success codes are empty; write " + ANY + " for any answer");
        }
        return text.equals(ANY) ? Set.of() : new LinkedHashSet<>(PropertyReader.words(text));
    }
}

package io.github.isostress.jmeter.editor;

import org.apache.commons.lang3.StringUtils;

/**
 * What a formula or an expression can be completed with.
 *
 * @param text to be written
 * @param summary what it is, for people
 */
record Suggestion(String text, String summary) {
    /** The same, and what separates it from the next word. */
    Suggestion asWord() {
        return new Suggestion(text + " ", summary);
    }

    boolean beginsWith(String typed) {
        return text.regionMatches(true, 0, typed, 0, typed.length());
    }

    /** The first argument of a function, which is to be written next; empty if it has none. */
    String argument() {
        return StringUtils.defaultString(StringUtils.substringBetween(text, "(", ")"))
                .split(",", -1)[0];
    }
}

package io.github.isostress.jmeter.editor;

/**
 * What a formula can be completed with.
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
}

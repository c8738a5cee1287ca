package io.github.isostress.jmeter.editor;

import java.util.List;

/**
 * What fits at the caret of a text.
 *
 * @param from where the text begins that one of them replaces, in characters from 0
 * @param to where that text ends
 * @param suggestions those that fit what is typed, in the order in which they are shown
 * @param isNeeded whether what was written so far lacks what one of them gives
 */
record Completion(int from, int to, List<Suggestion> suggestions, boolean isNeeded) {}

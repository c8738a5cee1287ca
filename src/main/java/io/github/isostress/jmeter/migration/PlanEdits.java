package io.github.isostress.jmeter.migration;

import java.util.Map;
import java.util.TreeMap;

/** Replacements in a plan's text. All else stays as it is. For one plan. */
final class PlanEdits {
    private final String text;
    private final TreeMap<Integer, Edit> byStart = new TreeMap<>();

    /** What stands in place of the text up to its end. */
    private record Edit(int end, String replacement) {}

    PlanEdits(String text) {
        this.text = text;
    }

    /** Replaces a part of the text that no other edit touches; what was inserted at its start stands before it. */
    void replace(int start, int end, String replacement) {
        byStart.merge(
                start,
                new Edit(end, replacement),
                (before, edit) -> new Edit(edit.end(), before.replacement() + edit.replacement()));
    }

    /** Adds text at a place. */
    void insert(int place, String added) {
        replace(place, place, added);
    }

    /** The blanks at the beginning of the line in which a place is; empty if something else stands before it. */
    String indent(int place) {
        int lineStart = Math.max(text.lastIndexOf('\n', place - 1), text.lastIndexOf('\r', place - 1)) + 1;
        String before = text.substring(lineStart, place);
        return before.isBlank() ? before : "";
    }

    /** The text with all replacements. */
    String result() {
        StringBuilder result = new StringBuilder(text.length());
        int from = 0;
        for (Map.Entry<Integer, Edit> edit : byStart.entrySet()) {
            result.append(text, from, edit.getKey()).append(edit.getValue().replacement());
            from = edit.getValue().end();
        }
        return result.append(text, from, text.length()).toString();
    }
}

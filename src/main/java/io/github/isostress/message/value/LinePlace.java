package io.github.isostress.message.value;

import java.util.Comparator;

/**
 * Where a line stands in the texts of a template.
 *
 * @param source which text: 0 for the request's own, then the inherited ones, nearest first
 * @param name the text's name; empty if the template has only one text, so that there is nothing to tell apart
 * @param line the line's number in that text, from 1
 */
public record LinePlace(int source, String name, int line) {
    /** The nearest text first, each in the order of its lines. */
    public static final Comparator<LinePlace> ORDER =
            Comparator.comparingInt(LinePlace::source).thenComparingInt(LinePlace::line);

    /** A line of a template that has only one text. */
    public static LinePlace only(int line) {
        return new LinePlace(0, "", line);
    }

    /** Whether the line is the request's own rather than inherited. */
    public boolean isOwn() {
        return source == 0;
    }

    public String inWords() {
        return name.isEmpty() ? "line " + line : "line " + line + " of \"" + name + "\"";
    }
}

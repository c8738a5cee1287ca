package io.github.isostress.message.template;

import io.github.isostress.message.ElementPath;

/**
 * One line of a template that gives an element its value.
 *
 * @param number the line's number in the template's text, from 1
 * @param path which element, or null for a whole captured message
 * @param value the value as written, unquoted; may hold expressions
 * @param presence whether the element is present even if its value is empty
 */
public record TemplateLine(int number, ElementPath path, String value, Presence presence) {
    /** What a value that is empty means. */
    public enum Presence {
        /** The element is left out then. */
        UNLESS_EMPTY,
        /** The element is there, and empty: two quotes with nothing between them. */
        ALWAYS
    }

    /** A line whose element is left out if its value is empty. */
    public TemplateLine(int number, ElementPath path, String value) {
        this(number, path, value, Presence.UNLESS_EMPTY);
    }

    /** Whether the element is left out with this value. */
    boolean leavesOut(String filled) {
        return filled.isEmpty() && presence == Presence.UNLESS_EMPTY;
    }

    /** This line, which is about a part, for what is wrong with the whole element. */
    TemplateLine ofElement() {
        return ofPart(0);
    }

    /** The same for a part that this line's part is in, so many steps below the element. */
    TemplateLine ofPart(int level) {
        ElementPath above = new ElementPath(path.element(), path.parts().subList(0, level));
        return new TemplateLine(number, above, value, presence);
    }

    /** Where a user finds this line. */
    String place() {
        return path == null ? "line " + number : "line " + number + ", element " + path;
    }
}

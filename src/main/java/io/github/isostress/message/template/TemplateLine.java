package io.github.isostress.message.template;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.LinePlace;
import java.util.List;

/**
 * One line of a template that gives an element its value.
 *
 * @param place where the line stands
 * @param path which element, or null for a whole captured message
 * @param form what the value is
 * @param value the value as written, unquoted; may hold expressions
 * @param presence whether the element is present even if its value is empty
 */
public record TemplateLine(LinePlace place, ElementPath path, Form form, String value, Presence presence) {
    /** What a line says behind its path. */
    public enum Form {
        /** The value. */
        TEXT,
        /** How the value is computed: the line has {@code :=} behind the path. */
        FORMULA
    }

    /** What a value that is empty means. */
    public enum Presence {
        /** The element is left out then. */
        UNLESS_EMPTY,
        /** The element is there, and empty: two quotes with nothing between them. */
        ALWAYS
    }

    /** A line whose element is left out if its value is empty. */
    public TemplateLine(LinePlace place, ElementPath path, String value) {
        this(place, path, Form.TEXT, value, Presence.UNLESS_EMPTY);
    }

    public boolean isFormula() {
        return form == Form.FORMULA;
    }

    /** Whether the element is left out with this value. */
    boolean leavesOut(String filled) {
        return filled.isEmpty() && presence == Presence.UNLESS_EMPTY;
    }

    /** Whether the line has no value, so that the element is left out of every message. */
    boolean leavesOut() {
        return !isFormula() && leavesOut(value);
    }

    /** Whether both lines set the same element or part, or one of them a part of what the other sets. */
    boolean overlaps(TemplateLine other) {
        int common = Math.min(depth(), other.depth());
        return path.element() == other.path.element()
                && path.parts().subList(0, common).equals(other.path.parts().subList(0, common));
    }

    /** Whether this line sets an element of which the other one sets a part. */
    boolean isAbove(TemplateLine other) {
        return depth() < other.depth() && overlaps(other);
    }

    private int depth() {
        return path.parts().size();
    }

    /** This line, which is about a part, for what is wrong with the whole element. */
    TemplateLine ofElement() {
        return ofPart(0);
    }

    /** This line for what is wrong with a part that its own part is in, {@code level} steps below the element. */
    TemplateLine ofPart(int level) {
        List<String> steps = path.parts().subList(0, level);
        return new TemplateLine(place, new ElementPath(path.element(), steps), form, value, presence);
    }

    /** What a sentence about the line begins with. */
    String subject() {
        return path == null ? place.inWords() : place.inWords() + ", element " + path;
    }
}

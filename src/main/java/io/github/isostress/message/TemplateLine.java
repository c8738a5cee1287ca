package io.github.isostress.message;

/**
 * One line of a template that gives an element its value.
 *
 * @param number the line's number in the template's text, from 1
 * @param path which element, or null for a whole captured message
 * @param value the value as written, unquoted; may hold expressions
 */
record TemplateLine(int number, ElementPath path, String value) {
    /** Where a user finds this line. */
    String place() {
        return path == null ? "line " + number : "line " + number + ", element " + path;
    }
}

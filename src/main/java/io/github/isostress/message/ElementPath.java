package io.github.isostress.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names a data element or a part of one: {@code 11}, {@code 48.1}, {@code 127.25.3}, {@code 55.9F02}. What a part
 * means, a sub-element's number or a BER-TLV tag, is up to the packager. Immutable.
 *
 * @param element the data element's number, 0 (the MTI) to 192
 * @param parts the parts below it, outermost first, in upper case; empty for the whole element
 */
public record ElementPath(int element, List<String> parts) {
    private static final Pattern SYNTAX = Pattern.compile("\\d{1,3}(\\.[0-9A-Za-z]{1,8})*");
    private static final int HIGHEST = 192;
    private static final int BITMAP = 1;
    private static final int SHOWN = 6;
    /** Characters; a longer text is something else, and would cost the pattern its stack. */
    private static final int LONGEST = 100;

    /** Copies the parts. */
    public ElementPath {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException with one clear sentence if the text is no path
     */
    public static ElementPath parse(String text) {
        ElementPath path = parseInTemplate(text);
        if (path.element() == BITMAP) {
            throw cannotBeSet(BITMAP);
        }
        return path;
    }

    /** As {@link #parse}, but 1 is a path, too: a template may say something about the bitmap. */
    public static ElementPath parseInTemplate(String text) {
        if (text.length() > LONGEST || !SYNTAX.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + beginning(text) + "' is no data element: write a number such as 11, 48.1 or 55.9F02");
        }
        String[] steps = text.toUpperCase(Locale.ROOT).split("\\.");
        int element = Integer.parseInt(steps[0]);
        if (element > HIGHEST) {
            throw cannotBeSet(element);
        }
        return new ElementPath(element, Arrays.asList(steps).subList(1, steps.length));
    }

    private static IllegalArgumentException cannotBeSet(int element) {
        return new IllegalArgumentException(
                "element " + element + " cannot be set: data elements are 0 (the MTI) and 2 to " + HIGHEST
                        + ", and the bitmap follows from them");
    }

    /** What is no path may be a card number. */
    private static String beginning(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    /** Whether the path names a part of the element rather than the whole. */
    public boolean isPart() {
        return !parts.isEmpty();
    }

    /** What this part is a part of. */
    public ElementPath above() {
        return new ElementPath(element, parts.subList(0, parts.size() - 1));
    }

    /** The path as it is written in a template. */
    @Override
    public String toString() {
        return isPart() ? element + "." + String.join(".", parts) : String.valueOf(element);
    }
}

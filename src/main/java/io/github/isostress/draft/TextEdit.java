package io.github.isostress.draft;

import java.util.List;
import org.apache.commons.lang3.StringUtils;

/**
 * One change of a template's text. Immutable.
 *
 * @param offset where the replaced text begins, in characters from 0
 * @param length how many characters are replaced, from 0
 * @param replacement the new text
 * @param rows the changed rows, to be selected; counted from 0 after the change
 */
public record TextEdit(int offset, int length, String replacement, List<Integer> rows) {
    public TextEdit {
        rows = List.copyOf(rows);
    }

    /**
     * The smallest change that turns one text into the other.
     *
     * @param rows as {@link #rows}
     */
    public static TextEdit between(String before, String after, List<Integer> rows) {
        int common = StringUtils.indexOfDifference(before, after);
        if (common < 0) {
            return new TextEdit(before.length(), 0, "", rows);
        }
        int endBefore = before.length();
        int endAfter = after.length();
        while (endBefore > common && endAfter > common && before.charAt(endBefore - 1) == after.charAt(endAfter - 1)) {
            endBefore--;
            endAfter--;
        }
        return new TextEdit(common, endBefore - common, after.substring(common, endAfter), rows);
    }

    public boolean changesNothing() {
        return length == 0 && replacement.isEmpty();
    }

    public String applyTo(String text) {
        return text.substring(0, offset) + replacement + text.substring(offset + length);
    }
}

package io.github.isostress.draft;

import io.github.isostress.draft.DraftRow.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;

/** The place of an element by its number. */
final class ElementOrder {
    private ElementOrder() {}

    /** The index of the last row with this number or a lower one; -1 if there is none. */
    static int lastUpTo(String path, List<DraftRow> rows) {
        int number = number(path);
        return IntStream.range(0, rows.size())
                .filter(row ->
                        rows.get(row).kind() == Kind.HEX || number(rows.get(row).path()) <= number)
                .max()
                .orElse(-1);
    }

    /** A path that is no number comes last. */
    private static int number(String path) {
        String element = StringUtils.substringBefore(path, ".");
        return element.matches("\\d{1,3}") ? Integer.parseInt(element) : Integer.MAX_VALUE;
    }
}

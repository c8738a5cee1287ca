package io.github.isostress.draft;

import io.github.isostress.draft.DraftRow.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;

/** Where an element belongs by its number. */
final class ElementOrder {
    private ElementOrder() {}

    /** The last row whose element has the same number or a lower one, counted from 0; -1 if it comes before all. */
    static int lastUpTo(String path, List<DraftRow> rows) {
        int number = number(path);
        return IntStream.range(0, rows.size())
                .filter(row ->
                        rows.get(row).kind() == Kind.HEX || number(rows.get(row).path()) <= number)
                .max()
                .orElse(-1);
    }

    /** What is no number comes last. */
    private static int number(String path) {
        String element = StringUtils.substringBefore(path, ".");
        return element.matches("\\d{1,3}") ? Integer.parseInt(element) : Integer.MAX_VALUE;
    }
}

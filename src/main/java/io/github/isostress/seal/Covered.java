package io.github.isostress.seal;

import io.github.isostress.message.ElementRange;
import java.util.List;
import java.util.stream.Collectors;

/** Which bytes of a message a MAC covers, for people: their places and elements, none of their values. */
final class Covered {
    private static final int MTI = 0;
    private static final int BITMAP = 1;

    private Covered() {}

    /**
     * One sentence, without a full stop.
     *
     * @param ranges of the message
     * @param start of what is covered
     * @param end after its last byte
     */
    static String of(List<ElementRange> ranges, int start, int end) {
        return "over " + (end - start) + " bytes: "
                + ranges.stream()
                        .filter(range -> range.start() >= start && range.end() <= end)
                        .map(range -> name(range.element()))
                        .collect(Collectors.joining(", "));
    }

    private static String name(int element) {
        return switch (element) {
            case MTI -> "MTI";
            case BITMAP -> "bitmap";
            default -> "DE " + element;
        };
    }
}

package io.github.isostress.seal;

import java.util.List;
import java.util.stream.Collectors;

/** The elements that a MAC covers, in words. */
final class CoveredElements {
    private static final int MTI = 0;
    private static final int BITMAP = 1;

    private CoveredElements() {}

    static String inWords(List<Integer> elements) {
        return elements.stream().map(CoveredElements::name).collect(Collectors.joining(", "));
    }

    private static String name(int element) {
        return switch (element) {
            case MTI -> "MTI";
            case BITMAP -> "bitmap";
            default -> "DE " + element;
        };
    }
}

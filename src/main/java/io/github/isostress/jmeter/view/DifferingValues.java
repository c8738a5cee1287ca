package io.github.isostress.jmeter.view;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The data elements of a message, and parts of them, that have another value in the message beside it: an amount that
 * was approved in part, a code that was not returned as it was sent. MTI, bitmap and framing differ by their nature and
 * are left out, as is a value of which masking hides the difference. Immutable.
 */
final class DifferingValues {
    /** Of a message without another one beside it. */
    static final DifferingValues NONE = new DifferingValues(Map.of());

    private static final String DATA_ELEMENT = "DE ";

    private final Map<Integer, String> others;

    private DifferingValues(Map<Integer, String> others) {
        this.others = others;
    }

    /** Those of the shown message. */
    static DifferingValues between(ElementTree shown, ElementTree beside) {
        Map<Integer, String> others = new TreeMap<>();
        for (int element = 0; element < shown.size(); element++) {
            int other = beside.find(shown.path(element));
            if (other != ElementTree.NONE && shown.path(element).startsWith(DATA_ELEMENT)) {
                String value = shown.element(element).shown();
                String otherValue = beside.element(other).shown();
                if (!value.isEmpty() && !otherValue.isEmpty() && !value.equals(otherValue)) {
                    others.put(element, otherValue);
                }
            }
        }
        return new DifferingValues(others);
    }

    /** The value of the element in the message beside it; empty if it does not differ. */
    Optional<String> beside(int element) {
        return Optional.ofNullable(others.get(element));
    }
}
